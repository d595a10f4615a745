using OnCall.Domain.Rosters.Swaps;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Swaps;

public sealed class SwapWalks
{
    /// <summary>Swaps, publications, covers and roll-backs of covers in any order, by anybody.</summary>
    [Theory]
    [InlineData(SwapApproval.Scheduler, 1)]
    [InlineData(SwapApproval.None, 1001)]
    public async Task Whatever_happens_in_any_order_everybody_is_on_whom_the_roster_and_the_covers_say(SwapApproval approval, int first)
    {
        var happened = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = first; seed < first + 6; seed++)
        {
            await using var house = await SwapHouse.OpenAsync(approval);
            var walk = new SwapWalk(house, seed);
            await walk.GoAsync(acts: 60);
            foreach (var (what, times) in walk.Happened)
            {
                happened[what] = happened.GetValueOrDefault(what) + times;
            }
        }

        // Each of these was reached, so that the walk has proven something.
        string[] wanted = ["asked", "InForce", "published", "covered", "taken back", "void", "Withdrawn", "Declined"];
        Assert.True(wanted.All(happened.ContainsKey), string.Join(", ", happened.Select(h => $"{h.Key} {h.Value}")));
    }
}
