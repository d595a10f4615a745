using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters.Swaps;

/// <summary>Two colleagues trading shifts, or one giving theirs away.</summary>
/// <param name="Give">What the one who asks gives.</param>
/// <param name="Take">What they take in return; null gives it away.</param>
/// <param name="ExpiresAt">When it must be in force at the latest: when the first of its shifts that had not begun begins, or ends if it ran when it was asked.</param>
/// <param name="Version">Rises with every change.</param>
public sealed record Swap(SwapId Id, SwapSide Give, SwapSide? Take, string Reason, SwapState State, Instant ExpiresAt, int Version)
{
    public PersonId Giver => Give.Giver;

    public PersonId Taker => Give.Taker;

    public IReadOnlyList<SwapSide> Sides => Take is null ? [Give] : [Give, Take];

    /// <summary>When the first of its shifts begins.</summary>
    public Instant FirstStart => Sides.Min(s => s.Start);

    /// <summary>See <see cref="ExpiresAt"/>.</summary>
    public static Instant Expiry(SwapSide give, SwapSide? take, Instant now)
    {
        ArgumentNullException.ThrowIfNull(give);
        return take is null ? Of(give) : Instant.Min(Of(give), Of(take));

        Instant Of(SwapSide side) => side.Start <= now ? side.End : side.Start;
    }
}
