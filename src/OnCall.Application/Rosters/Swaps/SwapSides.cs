using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Finds the place that a request means.</summary>
internal static class SwapSides
{
    /// <param name="field">The field that a refusal names.</param>
    /// <param name="at">Any moment of the shift; where <paramref name="end"/> is given, the start of the part that is meant.</param>
    public static Answer<SwapSide> Find(RoleRoster roster, Person giver, Person taker, string field, Instant at, Instant? end, Instant now)
    {
        Refusal No(string message) => Refusal.Invalid(new InputProblem(field, message));
        if (end is { } last && last <= at)
        {
            return No("It must end after it starts.");
        }

        if ((end is { } until ? (at, until) : SwapPlaces.WholeAt(roster, giver.Id, at)) is not var (start, finish))
        {
            return No($"{giver.Name} is not on then.");
        }

        if (finish <= now)
        {
            return No("That is over.");
        }

        // A shift that runs is given from now on.
        start = Instant.Max(start, now);
        return SwapPlaces.TierOver(roster, giver.Id, start, finish) is { } tier
            ? new SwapSide(roster.Role, tier, giver.Id, taker.Id, start, finish)
            : No($"{giver.Name} is not on over all of that time, or changes tier within it. Give start and end of the part that is meant.");
    }
}
