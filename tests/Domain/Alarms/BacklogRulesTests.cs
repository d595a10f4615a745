using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class BacklogRulesTests
{
    private static readonly OverdueWork Step = new(null, Trouble.At(0));
    private static readonly OverdueWork Message = new(ContactMethodKind.Snpp, Trouble.At(0));

    [Fact]
    public void What_has_been_due_for_15_seconds_is_a_backlog()
    {
        Assert.Empty(BacklogRules.Observe([Step, Message], [], Trouble.At(14)));

        Assert.Equal(["pages", "snpp"], BacklogRules.Observe([Step, Message], [], Trouble.At(15)).Select(o => o.Subject));
    }

    [Fact]
    public void A_backlog_ends_when_nothing_is_more_than_5_seconds_late()
    {
        Alarm[] standing = [Trouble.Standing(BacklogRules.Observe([Message], [], Trouble.At(20)).Single())];

        Assert.Single(BacklogRules.Observe([new(ContactMethodKind.Snpp, Trouble.At(40))], standing, Trouble.At(46)));
        Assert.Empty(BacklogRules.Observe([new(ContactMethodKind.Snpp, Trouble.At(40))], standing, Trouble.At(44)));
    }
}
