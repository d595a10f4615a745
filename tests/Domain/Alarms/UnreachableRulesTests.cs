using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class UnreachableRulesTests
{
    [Fact]
    public void A_colleague_who_can_be_reached_makes_it_a_warning()
    {
        var observed = Assert.Single(UnreachableRules.Observe([new UnreachableOnRole("ward", "Ward", ["Ada"], NobodyElse: false)]));

        Assert.Equal((AlarmKind.PeopleUnreachable, "ward", AlarmSeverity.Warning), (observed.Kind, observed.Subject, observed.Severity));
        Assert.Equal("Not everybody on shift for Ward can be reached: Ada.", observed.Detail);
    }

    [Fact]
    public void A_role_with_nobody_to_reach_is_serious_and_names_three()
    {
        var observed = Assert.Single(UnreachableRules.Observe([new UnreachableOnRole("ward", "Ward", ["Ada", "Bo", "Cy", "Di", "Ed"], NobodyElse: true)]));

        Assert.Equal(AlarmSeverity.Serious, observed.Severity);
        Assert.Equal("Nobody on shift for Ward can be reached: Ada, Bo, Cy and 2 more.", observed.Detail);
    }

    [Fact]
    public void A_house_without_any_channel_does_not_fill_the_board()
    {
        var roles = Enumerable.Range(1, 30).Select(i => new UnreachableOnRole($"ward-{i:00}", $"Ward {i}", ["Ada"], NobodyElse: i == 30));

        var observed = UnreachableRules.Observe(roles).ToList();

        Assert.Equal(21, observed.Count);
        Assert.Equal("ward-30", observed[0].Subject);
        Assert.Equal((UnreachableRules.Others, AlarmSeverity.Warning), (observed[^1].Subject, observed[^1].Severity));
        Assert.Equal("People on shift for other roles cannot be reached either: Ward 20, Ward 21, Ward 22 and 7 more.", observed[^1].Detail);
    }

    [Fact]
    public void Where_everybody_can_be_reached_there_is_none() => Assert.Empty(UnreachableRules.Observe([]));
}
