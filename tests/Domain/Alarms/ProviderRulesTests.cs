using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class ProviderRulesTests
{
    [Fact]
    public void Three_attempts_in_a_row_that_failed_are_a_provider_that_is_down()
    {
        Assert.Empty(ProviderRules.Observe([Trouble.Node(channels: Trouble.Sms(2))], Trouble.At(1)));
        var observed = Assert.Single(ProviderRules.Observe([Trouble.Node(channels: Trouble.Sms(3))], Trouble.At(1)));

        Assert.Equal((AlarmKind.ProviderDown, "sms", AlarmSeverity.Critical, Trouble.At(-20)), (observed.Kind, observed.Subject, observed.Severity, observed.Since!.Value));
        Assert.Equal("SMS: 3 attempts in a row have failed.", observed.Detail);
    }

    [Fact]
    public void A_provider_that_answers_again_is_up() => Assert.Empty(ProviderRules.Observe([Trouble.Node(channels: Trouble.Sms(0, lastAnswer: 1))], Trouble.At(2)));

    [Fact]
    public void A_provider_that_nobody_has_tried_for_an_hour_is_not_known_to_be_down()
    {
        NodeBeat[] nodes = [Trouble.Node(at: 3600, channels: Trouble.Sms(5, lastFailure: 0))];

        Assert.Single(ProviderRules.Observe(nodes, Trouble.At(3599)));
        Assert.Empty(ProviderRules.Observe(nodes, Trouble.At(3600)));
    }

    [Fact]
    public void A_restart_forgets_nothing()
    {
        NodeBeat[] nodes = [Trouble.Node("alpha/1/a", at: 0, channels: Trouble.Sms(4)), Trouble.Node("alpha/2/b", at: 60)];

        Assert.Single(ProviderRules.Observe(nodes, Trouble.At(61)));
        Assert.Empty(ProviderRules.Observe([nodes[0], Trouble.Node("alpha/2/b", at: 60, channels: Trouble.Sms(0, lastAnswer: 59))], Trouble.At(61)));
    }

    [Fact]
    public void One_node_that_cannot_reach_the_provider_is_told_although_another_can()
    {
        NodeBeat[] nodes = [Trouble.Node("alpha/1/a", channels: Trouble.Sms(4)), Trouble.Node("beta/2/b", channels: Trouble.Sms(0, lastAnswer: 1))];

        Assert.Single(ProviderRules.Observe(nodes, Trouble.At(2)));
    }
}
