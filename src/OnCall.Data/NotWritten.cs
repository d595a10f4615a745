namespace OnCall.Data;

/// <summary>Why what was decided a moment ago was not written.</summary>
internal enum NotWritten
{
    /// <summary>Its transaction began or ended too long after the decision.</summary>
    Late,

    /// <summary>A try failed at once by an error that passes.</summary>
    Failed,
}
