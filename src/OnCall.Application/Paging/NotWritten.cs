namespace OnCall.Application.Paging;

/// <summary>Why what was decided a moment ago was not written. Nothing of it was: it is decided anew.</summary>
public enum NotWritten
{
    /// <summary>Its transaction began or ended too long after the decision.</summary>
    Late,

    /// <summary>A try failed at once by an error that passes.</summary>
    Failed,

    /// <summary>Another transaction held something that it needed for longer than a moment.</summary>
    Blocked,

    /// <summary>What it was decided by, or is about, changed meanwhile.</summary>
    Moved,
}
