using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class AlarmRulesTests
{
    private static readonly HashSet<AlarmKind> All = [.. Enum.GetValues<AlarmKind>()];
    private static readonly ObservedAlarm Backlog = new(AlarmKind.Backlog, "sms", AlarmSeverity.Critical, "Messages wait.");

    [Fact]
    public void What_is_wrong_is_raised_at_the_first_sight()
    {
        var changes = AlarmRules.Compare([], [Backlog, Backlog], All, Trouble.At(0));

        Assert.Equal([Backlog], changes.Raised);
    }

    [Fact]
    public void An_alarm_goes_when_nothing_was_seen_for_a_minute()
    {
        var standing = Trouble.Standing(Backlog, lastSeen: 0);

        Assert.Empty(AlarmRules.Compare([standing], [], All, Trouble.At(59)).Cleared);
        Assert.Equal([standing], AlarmRules.Compare([standing], [], All, Trouble.At(60)).Cleared);
    }

    [Fact]
    public void What_comes_and_goes_every_few_seconds_is_one_alarm()
    {
        var standing = Trouble.Standing(Backlog, lastSeen: 0);
        for (var second = 5; second <= 600; second += 5)
        {
            var changes = AlarmRules.Compare([standing], second % 50 == 0 ? [Backlog] : [], All, Trouble.At(second));
            Assert.Empty(changes.Raised);
            Assert.Empty(changes.Cleared);
            standing = changes.Seen.SingleOrDefault() ?? standing;
        }
    }

    [Fact]
    public void A_standing_alarm_is_written_again_every_10_seconds_or_when_it_changes()
    {
        var standing = Trouble.Standing(Backlog, lastSeen: 0);

        Assert.Empty(AlarmRules.Compare([standing], [Backlog], All, Trouble.At(9)).Seen);
        Assert.Equal(Trouble.At(10), Assert.Single(AlarmRules.Compare([standing], [Backlog], All, Trouble.At(10)).Seen).LastSeen);
        var worse = Assert.Single(AlarmRules.Compare([standing], [Backlog with { Detail = "Worse." }], All, Trouble.At(1)).Seen);
        Assert.Equal(("Worse.", standing.Id, standing.Since), (worse.Detail, worse.Id, worse.Since));
    }

    [Fact]
    public void What_could_not_be_looked_at_stays_as_it_is()
    {
        var changes = AlarmRules.Compare([Trouble.Standing(Backlog)], [], new HashSet<AlarmKind> { AlarmKind.DiskFull }, Trouble.At(3600));

        Assert.Empty(changes.Cleared);
    }

    [Fact]
    public void Two_subjects_of_one_kind_are_two_alarms()
    {
        var other = Backlog with { Subject = "push" };

        var changes = AlarmRules.Compare([Trouble.Standing(Backlog, lastSeen: 0)], [other], All, Trouble.At(70));

        Assert.Equal([other], changes.Raised);
        Assert.Equal("sms", Assert.Single(changes.Cleared).Subject);
    }

    [Fact]
    public void Every_kind_says_what_to_do() => Assert.All(Enum.GetValues<AlarmKind>(), kind => Assert.EndsWith(".", AlarmAdvice.Of(kind), StringComparison.Ordinal));
}
