using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class AuditTroubleRulesTests
{
    [Fact]
    public void What_a_node_cannot_do_for_the_audit_trail_is_a_warning_each_since_it_began()
    {
        var node = Trouble.Node() with { Audit = new AuditTrouble(Trouble.At(-30), Trouble.At(-20), Trouble.At(-10)) };
        Assert.Equal(
            [
                (AlarmKind.AuditUnsealed, AlarmSeverity.Warning, Trouble.At(-30)), (AlarmKind.AuditAnchorFailed, AlarmSeverity.Warning, Trouble.At(-20)),
                (AlarmKind.ReadsUnaudited, AlarmSeverity.Warning, Trouble.At(-10)),
            ],
            AuditTroubleRules.Observe([node], Trouble.At(1)).Select(o => (o.Kind, o.Severity, o.Since!.Value)));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Sealing_may_fail_for_a_moment(int seconds, bool told)
    {
        var node = Trouble.Node(at: seconds) with { Audit = new AuditTrouble(Trouble.At(0), null, null) };
        Assert.Equal(told, AuditTroubleRules.Observe([node], Trouble.At(seconds)).Any());
    }

    [Fact]
    public void A_node_that_is_well_or_gone_says_nothing()
    {
        var gone = Trouble.Node() with { Audit = new AuditTrouble(Trouble.At(-30), Trouble.At(-20), Trouble.At(-10)) };
        Assert.Empty(AuditTroubleRules.Observe([gone], Trouble.At(0) + NodeBeat.GoneAfter));
        Assert.Empty(AuditTroubleRules.Observe([Trouble.Node()], Trouble.At(1)));
    }

    [Fact]
    public void Every_kind_says_what_to_do() => Assert.All(
        [AlarmKind.AuditUnsealed, AlarmKind.AuditAnchorFailed, AlarmKind.ReadsUnaudited], kind => Assert.NotEmpty(AlarmAdvice.Of(kind)));
}
