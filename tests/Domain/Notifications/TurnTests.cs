using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Domain.Tests.Notifications;

/// <summary>Who comes first when many are asked at once.</summary>
public sealed class TurnTests
{
    private static readonly ContactMethod Inbox = Method(ContactMethodKind.InApp);

    [Fact]
    public void In_a_call_to_many_each_person_begins_with_another_channel()
    {
        var first = Enumerable.Range(0, 4).Select(place => Turns(Urgency.Code, place).First(t => t.Behind == Duration.Zero && t.Planned.Method != Inbox).Planned.Method.Kind);
        Assert.Equal([ContactMethodKind.Push, ContactMethodKind.Voice, ContactMethodKind.Sms, ContactMethodKind.Push], first);
    }

    [Fact]
    public void Everybodys_first_message_goes_before_anybodys_second()
    {
        var all = Enumerable.Range(0, 30).SelectMany(place => Turns(Urgency.Code, place).Where(t => t.Planned.Method != Inbox).Select(t => (place, t.Behind))).ToList();
        Assert.Equal(30, all.Where(t => t.Behind == Duration.Zero).Select(t => t.place).Distinct().Count());
        Assert.Equal(30, all.Count(t => t.Behind == Duration.Zero));
    }

    [Fact]
    public void A_turn_changes_no_due_time_and_loses_no_method()
    {
        for (var place = 0; place < 5; place++)
        {
            Assert.Equal(Plan(Urgency.Urgent).OrderBy(p => p.Method.Kind), Turns(Urgency.Urgent, place).Select(t => t.Planned).OrderBy(p => p.Method.Kind));
        }
    }

    [Fact]
    public void Methods_of_different_times_do_not_wait_for_each_other() =>
        Assert.All(Turns(Urgency.CriticalResult, 7), t => Assert.Equal(Duration.Zero, t.Behind));

    private static List<(PlannedNotification Planned, Duration Behind)> Turns(Urgency urgency, int place) => [.. NotificationPlan.InTurn(Plan(urgency), place)];

    private static IReadOnlyList<PlannedNotification> Plan(Urgency urgency) =>
        NotificationPlan.Ask(urgency, Inbox, Methods, _ => true);

    private static readonly ContactMethod[] Methods = [Method(ContactMethodKind.Push), Method(ContactMethodKind.Sms), Method(ContactMethodKind.Voice)];

    private static ContactMethod Method(ContactMethodKind kind) => new(new ContactMethodId(new Guid((int)kind + 1, 0, 0, new byte[8])), kind, $"{kind}", Verified: true);
}
