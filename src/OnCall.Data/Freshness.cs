using NodaTime;

namespace OnCall.Data;

/// <summary>How old what was decided may be when it is written: meanwhile a shift may end.</summary>
/// <param name="Begin">The latest instant for its transaction to begin.</param>
/// <param name="End">The latest instant for it to be at its end, but for the commit.</param>
internal readonly record struct Freshness(Instant Begin, Instant End)
{
    // Longer than a write waits for others on the worst of days, else it would be decided for ever.
    private static readonly Duration ToBegin = Duration.FromSeconds(5);
    private static readonly Duration ToBeginOnceLate = Duration.FromSeconds(10);
    private static readonly Duration ToEnd = Duration.FromSeconds(15);

    /// <summary>15 s to end, and 5 s to begin: 10 s where it was decided anew because it came too late before.</summary>
    public static Freshness Of(Instant decided, bool wasLate) => new(decided + (wasLate ? ToBeginOnceLate : ToBegin), decided + ToEnd);
}
