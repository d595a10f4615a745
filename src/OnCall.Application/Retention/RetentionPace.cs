using NodaTime;

namespace OnCall.Application.Retention;

/// <summary>How a purge goes along beside pages.</summary>
/// <param name="Look">So many things are looked at in one read.</param>
/// <param name="Batch">So many go in one transaction.</param>
/// <param name="Pause">Between two transactions.</param>
/// <param name="Longest">A run ends after so long; the next goes on.</param>
/// <param name="Patience">So often it pauses while something due waits, before it ends.</param>
/// <param name="Hour">From this hour on, by the hospital's clock, 0 to 23.</param>
public sealed record RetentionPace(int Look, int Batch, TimeSpan Pause, Duration Longest, int Patience, int Hour)
{
    /// <summary>At most some 60 pages a second, in the small hours.</summary>
    public static RetentionPace Usual { get; } = new(200, 20, TimeSpan.FromMilliseconds(300), Duration.FromHours(2), 100, 2);
}
