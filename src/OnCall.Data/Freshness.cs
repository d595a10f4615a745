using NodaTime;

namespace OnCall.Data;

/// <summary>How old what was decided may be when it is written: meanwhile a shift may end.</summary>
/// <param name="Begin">The latest instant for its transaction to begin.</param>
/// <param name="End">The latest instant for it to end.</param>
internal readonly record struct Freshness(Instant Begin, Instant End)
{
    // Longer than a write waits for others on the worst of days, else it would be decided for ever.
    private static readonly Duration ToBegin = Duration.FromSeconds(5);
    private static readonly Duration ToEnd = Duration.FromSeconds(15);

    /// <summary>5 s to begin, 15 s to end.</summary>
    public static Freshness Usual(Instant decided) => new(decided + ToBegin, decided + ToEnd);

    /// <summary>15 s, for what was decided anew because it came too late before.</summary>
    public static Freshness Patient(Instant decided) => new(decided + ToEnd, decided + ToEnd);

    /// <summary>That of what is written together.</summary>
    public static Freshness Of(IEnumerable<Freshness> all) => all.Aggregate((one, other) => new(Instant.Min(one.Begin, other.Begin), Instant.Min(one.End, other.End)));
}
