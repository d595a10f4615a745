using NodaTime;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Whether a swap fits the roster in force.</summary>
internal static class SwapCheck
{
    /// <summary>The side whose giver is no longer on, or no longer on that tier; null when both are.</summary>
    public static SwapSide? Gone(Swap swap, RosterView view, Instant now) => swap.Sides
        .Select(s => s.From(now))
        .FirstOrDefault(s => SwapPlaces.TierOver(view.Of(s.Role), s.Giver, s.Start, s.End) != s.Tier);

    /// <summary>What stands against it, by field of the request that asks for it; empty when nothing does.</summary>
    public static IReadOnlyList<InputProblem> Problems(Swap swap, SwapSetting setting, RosterView view, IReadOnlyList<Cover> covers)
    {
        var problems = new List<InputProblem>();
        foreach (var (person, field) in new[] { (setting.Taker, "with"), (setting.Giver, "person") }.Where(p => !p.Item1.Active))
        {
            problems.Add(new InputProblem(field, $"{person.Name} is not active and is never paged."));
        }

        foreach (var (cover, field) in covers.Zip(["with", "take.start"]).Where(c => SwapPlaces.IsOnWithin(view.Of(c.First.Role), c.First.Person, c.First.Start, c.First.End)))
        {
            var taker = cover.Person == setting.Taker.Id ? setting.Taker : setting.Giver;
            problems.Add(new InputProblem(field, $"{taker.Name} is on '{setting.Scopes[cover.Role].Role.Name}' already at some time of that shift. Nobody holds two places of one role."));
        }

        return problems.Count == 0 && !FitsAll(view, covers)
            ? [new InputProblem("give", "Earlier covers lie over these shifts in such a way that others would change with them. Ask a scheduler to publish the roster as it is meant.")]
            : problems;
    }

    /// <summary>The stretch of the roster that its sides touch.</summary>
    public static (Instant From, Instant To) Window(Swap swap) => (swap.Sides.Min(s => s.Start), swap.Sides.Max(s => s.End));

    // The second cover is laid over the first.
    private static bool FitsAll(RosterView view, IReadOnlyList<Cover> covers) => covers.Select((cover, i) =>
    {
        var roster = view.Of(cover.Role);
        return SwapPlaces.ChangesThatAlone(roster with { Covers = [.. roster.Covers, .. covers.Take(i).Where(c => c.Role == cover.Role)] }, cover);
    }).All(fits => fits);
}
