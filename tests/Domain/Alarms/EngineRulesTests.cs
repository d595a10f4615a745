using NodaTime;
using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class EngineRulesTests
{
    private static readonly Instant LongAgo = Trouble.Start - Duration.FromHours(1);

    [Fact]
    public void An_engine_that_sweeps_raises_nothing() => Assert.Empty(EngineRules.Observe([Trouble.Node(at: 0, swept: -1)], [], LongAgo, Trouble.At(5)));

    [Fact]
    public void An_engine_whose_last_sweep_is_15_seconds_old_has_stopped()
    {
        var observed = Assert.Single(EngineRules.Observe([Trouble.Node(at: 15, swept: 0)], [], LongAgo, Trouble.At(15)));

        Assert.Equal((AlarmKind.EngineStopped, "engine", AlarmSeverity.Critical), (observed.Kind, observed.Subject, observed.Severity));
        Assert.Equal(Trouble.At(0), observed.Since);
    }

    [Fact]
    public void A_node_that_is_not_heard_of_any_more_has_stopped_with_its_engine()
    {
        NodeBeat[] nodes = [Trouble.Node("alpha/1/a", at: 0), Trouble.Node("beta/2/b", at: 15, engine: false)];

        Assert.Empty(EngineRules.Observe(nodes, [], LongAgo, Trouble.At(14)));
        Assert.Single(EngineRules.Observe(nodes, [], LongAgo, Trouble.At(15)));
    }

    [Fact]
    public void One_engine_of_several_that_stands_still_is_a_warning()
    {
        NodeBeat[] nodes = [Trouble.Node("alpha/1/a", at: 100, swept: 0), Trouble.Node("beta/2/b", at: 100)];

        var observed = Assert.Single(EngineRules.Observe(nodes, [], LongAgo, Trouble.At(101)));

        Assert.Equal(("alpha", AlarmSeverity.Warning), (observed.Subject, observed.Severity));
    }

    [Fact]
    public void After_a_standstill_the_engines_come_back_one_by_one()
    {
        NodeBeat[] nodes = [Trouble.Node("alpha/1/a", at: 100, swept: 0), Trouble.Node("beta/2/b", at: 100)];
        var all = Trouble.Standing(EngineRules.Observe([nodes[0]], [], LongAgo, Trouble.At(100)).Single());

        Assert.Empty(EngineRules.Observe(nodes, [all], LongAgo, Trouble.At(101)));
    }

    [Fact]
    public void A_node_that_is_gone_beside_one_that_works_is_no_alarm() =>
        Assert.Empty(EngineRules.Observe([Trouble.Node("alpha/1/a", at: 0), Trouble.Node("beta/2/b", at: 100)], [], LongAgo, Trouble.At(101)));

    [Fact]
    public void An_installation_that_starts_is_given_its_time()
    {
        Assert.Empty(EngineRules.Observe([], [], Trouble.At(0), Trouble.At(14)));
        var observed = Assert.Single(EngineRules.Observe([Trouble.Node(at: 15, engine: false)], [], Trouble.At(0), Trouble.At(15)));
        Assert.StartsWith("No process runs the engine", observed.Detail, StringComparison.Ordinal);
    }
}
