using NodaTime;
using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class MachineRulesTests
{
    [Fact]
    public void A_machine_that_is_well_raises_nothing() => Assert.Empty(MachineRules.Observe([Trouble.Node()], [], Trouble.At(1)));

    [Theory]
    [InlineData(1.5, "The clock of alpha is behind the database's by about a second.")]
    [InlineData(-90, "The clock of alpha is ahead of the database's by some minutes.")]
    public void A_clock_over_a_second_off_is_told(double drift, string detail)
    {
        var observed = Assert.Single(MachineRules.Observe([Trouble.Node(drift: drift)], [], Trouble.At(1)));

        Assert.Equal((AlarmKind.ClockDrift, "alpha", detail), (observed.Kind, observed.Subject, observed.Detail));
    }

    [Theory]
    [InlineData(0.9, false)]
    [InlineData(-0.9, false)]
    [InlineData(0.9, true)]
    public void A_clock_must_be_half_a_second_near_before_it_counts_as_right_again(double drift, bool stands)
    {
        Alarm[] standing = stands ? [Trouble.Standing(new(AlarmKind.ClockDrift, "alpha", AlarmSeverity.Serious, ""))] : [];

        Assert.Equal(stands ? 1 : 0, MachineRules.Observe([Trouble.Node(drift: drift)], standing, Trouble.At(1)).Count());
        Assert.Empty(MachineRules.Observe([Trouble.Node(drift: 0.4)], standing, Trouble.At(1)));
    }

    [Theory]
    [InlineData(501, 5_000, null)]
    [InlineData(499, 5_000, AlarmSeverity.Serious)]
    [InlineData(4_900, 100_000, AlarmSeverity.Serious)]
    [InlineData(5_100, 100_000, null)]
    [InlineData(99, 100_000, AlarmSeverity.Critical)]
    public void A_disk_with_less_than_500_MiB_or_5_percent_free_is_told(double free, double size, AlarmSeverity? severity)
    {
        var observed = MachineRules.Observe([Trouble.Node(disk: Trouble.Disk(free, size))], [], Trouble.At(1)).SingleOrDefault();

        Assert.Equal(severity, observed?.Severity);
    }

    [Fact]
    public void A_disk_needs_a_tenth_more_before_it_counts_as_roomy_again()
    {
        Alarm[] standing = [Trouble.Standing(new(AlarmKind.DiskFull, "alpha", AlarmSeverity.Serious, ""))];

        Assert.Single(MachineRules.Observe([Trouble.Node(disk: Trouble.Disk(540, 1_000))], standing, Trouble.At(1)));
        Assert.Empty(MachineRules.Observe([Trouble.Node(disk: Trouble.Disk(560, 1_000))], standing, Trouble.At(1)));
    }

    [Fact]
    public void A_watchdog_that_does_not_listen_is_a_warning()
    {
        var observed = Assert.Single(MachineRules.Observe([Trouble.Node() with { WatchdogFailingSince = Trouble.At(-60) }], [], Trouble.At(1)));

        Assert.Equal((AlarmKind.WatchdogUnreachable, AlarmSeverity.Warning, Trouble.At(-60)), (observed.Kind, observed.Severity, observed.Since));
    }

    [Theory]
    [InlineData(29 * 60, false)]
    [InlineData(30 * 60, true)]
    public void Paper_that_is_half_an_hour_old_is_serious(int seconds, bool told)
    {
        var node = Trouble.Node(at: seconds) with { PaperAt = Trouble.At(0), StartedAt = Trouble.At(-9999) };

        var observed = MachineRules.Observe([node], [], Trouble.At(seconds)).ToList();

        Assert.Equal(told ? [(AlarmKind.StalePaper, AlarmSeverity.Serious, Trouble.At(1800))] : [], observed.Select(o => (o.Kind, o.Severity, o.Since!.Value)));
        Assert.Empty(MachineRules.Observe([node with { Engine = false }], [], Trouble.At(seconds)));
    }

    [Fact]
    public void A_node_that_never_made_paper_has_half_an_hour_from_its_start() =>
        Assert.Equal(AlarmKind.StalePaper, Assert.Single(MachineRules.Observe([Trouble.Node(at: 1800) with { StartedAt = Trouble.At(0), PaperAt = null }], [], Trouble.At(1800))).Kind);

    [Fact]
    public void Two_processes_on_one_machine_are_one_alarm() =>
        Assert.Single(MachineRules.Observe([Trouble.Node("alpha/1/a", drift: 3), Trouble.Node("alpha/2/b", drift: 3)], [], Trouble.At(1)));

    [Fact]
    public void A_machine_that_is_gone_says_nothing() =>
        Assert.Empty(MachineRules.Observe([Trouble.Node(at: 0, drift: 3, disk: Trouble.Disk(1))], [], Trouble.At(15)));
}
