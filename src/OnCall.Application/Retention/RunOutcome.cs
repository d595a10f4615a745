namespace OnCall.Application.Retention;

/// <summary>How a run of the purge ended.</summary>
public enum RunOutcome
{
    /// <summary>All that could go is gone.</summary>
    Done,

    /// <summary>It had run for as long as one may; the next goes on.</summary>
    TimeOver,

    /// <summary>Pages were waiting, or the program was stopped; the next goes on.</summary>
    GaveWay,

    /// <summary>A later run has begun: this node stood still for a day.</summary>
    Taken,

    /// <summary>The database refused something; the log says what.</summary>
    Failed,
}
