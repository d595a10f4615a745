using OnCall.Domain.Rosters.Swaps;
using Xunit;

namespace OnCall.Domain.Tests.Rosters.Swaps;

/// <summary>Every state, every act, everybody: what is not in the table is refused.</summary>
public sealed class SwapRulesTests
{
    private static readonly Dictionary<string, SwapActor> Actors = new(StringComparer.Ordinal)
    {
        ["giver"] = new(Gives: true, Takes: false, Schedules: false, Alone: false),
        ["taker"] = new(Gives: false, Takes: true, Schedules: false, Alone: false),
        ["scheduler"] = new(Gives: false, Takes: false, Schedules: true, Alone: false),
        ["giving scheduler"] = new(Gives: true, Takes: false, Schedules: true, Alone: false),
        ["only scheduler, giving"] = new(Gives: true, Takes: false, Schedules: true, Alone: true),
        ["only scheduler, taking"] = new(Gives: false, Takes: true, Schedules: true, Alone: true),
        ["stranger"] = new(Gives: false, Takes: false, Schedules: false, Alone: true),
        ["system"] = SwapActor.System,
    };

    private static readonly Dictionary<SwapAct, string[]> Whose = new()
    {
        [SwapAct.Accept] = ["taker", "only scheduler, taking"],
        [SwapAct.Decline] = ["taker", "only scheduler, taking"],
        [SwapAct.Withdraw] = ["giver", "giving scheduler", "only scheduler, giving"],
        [SwapAct.Approve] = ["scheduler", "only scheduler, giving", "only scheduler, taking"],
        [SwapAct.Refuse] = ["scheduler", "only scheduler, giving", "only scheduler, taking"],
        [SwapAct.Expire] = ["system"],
        [SwapAct.Void] = ["system"],
    };

    private static readonly Dictionary<(SwapState, SwapAct), string> Table = new()
    {
        [(SwapState.Asked, SwapAct.Accept)] = "Accepted / InForce",
        [(SwapState.Asked, SwapAct.Decline)] = "Declined",
        [(SwapState.Asked, SwapAct.Withdraw)] = "Withdrawn",
        [(SwapState.Asked, SwapAct.Approve)] = "NotAcceptedYet",
        [(SwapState.Asked, SwapAct.Refuse)] = "NotAcceptedYet",
        [(SwapState.Asked, SwapAct.Expire)] = "Expired",
        [(SwapState.Asked, SwapAct.Void)] = "Void",
        [(SwapState.Accepted, SwapAct.Accept)] = "Decided",
        [(SwapState.Accepted, SwapAct.Decline)] = "Decided",
        [(SwapState.Accepted, SwapAct.Withdraw)] = "Withdrawn",
        [(SwapState.Accepted, SwapAct.Approve)] = "InForce",
        [(SwapState.Accepted, SwapAct.Refuse)] = "Refused",
        [(SwapState.Accepted, SwapAct.Expire)] = "Expired",
        [(SwapState.Accepted, SwapAct.Void)] = "Void",
    };

    public static TheoryData<SwapState, SwapAct> All => [.. from state in Enum.GetValues<SwapState>() from act in Enum.GetValues<SwapAct>() select (state, act)];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_may_do_only_what_is_theirs_and_only_while_it_is_open(SwapState state, SwapAct act)
    {
        var meant = Table.GetValueOrDefault((state, act), "Decided").Split(" / ");
        Assert.All(Actors, who =>
        {
            var isTheirs = Whose[act].Contains(who.Key);
            Assert.Equal(isTheirs ? meant[0] : "NotTheirs", Name(SwapRules.Decide(state, act, who.Value, wantsApproval: true)));
            Assert.Equal(isTheirs ? meant[^1] : "NotTheirs", Name(SwapRules.Decide(state, act, who.Value, wantsApproval: false)));
        });
    }

    [Fact]
    public void Only_an_own_approval_is_told_as_such() => Assert.Equal(
        ["only scheduler, giving", "only scheduler, taking"], Actors.Where(a => a.Value.ApprovesOwn).Select(a => a.Key));

    private static string Name(SwapOutcome outcome) => outcome is SwapOutcome.Moved moved ? moved.To.ToString() : outcome.GetType().Name;
}
