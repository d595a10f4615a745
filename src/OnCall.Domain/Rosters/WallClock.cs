namespace OnCall.Domain.Rosters;

/// <summary>How often the wall clock shows a local time.</summary>
public enum WallClock
{
    /// <summary>Once.</summary>
    Exact,

    /// <summary>Never: the clocks are put forward over it.</summary>
    Skipped,

    /// <summary>Twice: the clocks are put back over it.</summary>
    Repeated,
}
