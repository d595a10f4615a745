using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Turns the effects of a decision into the rows of its transaction.</summary>
public sealed class ChangeWriter(IIdSource ids, ChannelSet channels)
{
    /// <summary>What OnCall does to its own test page is left out of the audit, which gets the count of each day.</summary>
    public PageChange Write(Escalation next, IReadOnlyList<Effect> effects, HospitalNow hospital, Instant now, params IReadOnlyList<AuditEntry> audit)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(hospital);
        var planned = new List<NewNotification>();
        var events = new List<PageEvent>(effects.Count);
        List<PersonId?> silenced = [];
        List<Effect.Tell> told = [];
        var asked = 0;
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.Notify ask:
                    planned.AddRange(Ask(next.Urgency, hospital.Situation, ask, asked++, now));
                    break;
                case Effect.NotifyDevice device:
                    planned.AddRange(AskDevice(next.Urgency, hospital.Situation, device, now));
                    break;
                case Effect.Tell tell:
                    planned.AddRange(Tell(hospital.Situation, tell, now));
                    if (tell.Purpose is NotificationPurpose.Taken or NotificationPurpose.HandedOver)
                    {
                        told.Add(tell);
                    }

                    break;
                case Effect.Silence silence:
                    silenced.Add(silence.Person);
                    break;
                case Effect.Record record:
                    events.Add(Event(next.Page, hospital.Situation, record, now));
                    break;
                default:
                    break;
            }
        }

        var notifications = OncePerAddress(planned);
        events.AddRange(Answers(next.Page, hospital.Situation, notifications, now));
        return new PageChange(next, hospital.RosterStamp, now, silenced, notifications, told, events, [.. audit.Where(a => a.Actor != SelfTest.Sender.Key)]);
    }

    /// <summary>The contact method of everyone's own inbox. It has no row in the directory.</summary>
    public static ContactMethod InboxOf(PersonId person) => new(new ContactMethodId(person.Value), ContactMethodKind.InApp, person.ToString(), Verified: true);

    // A repeat that says to the same address what this decision says anyway is left out.
    private static List<NewNotification> OncePerAddress(List<NewNotification> planned)
    {
        if (planned.TrueForAll(n => n.Purpose != NotificationPurpose.Repeat))
        {
            return planned;
        }

        var asked = planned.Where(n => n.Purpose == NotificationPurpose.Page).Select(Address).ToHashSet();
        return planned.FindAll(n => n.Purpose != NotificationPurpose.Repeat || asked.Add(Address(n)));
    }

    private static (PersonId? Person, ContactMethodKind Kind, string Address) Address(NewNotification notification) =>
        (notification.Person, notification.Method.Kind, notification.Method.Address);

    private static IEnumerable<PageEvent> Answers(PageId page, Situation situation, IEnumerable<NewNotification> notifications, Instant now)
    {
        foreach (var notification in notifications)
        {
            if (notification is { Answer: { } answer, Person: { } person })
            {
                yield return AttemptLine.Of(page, now, person, situation.NameOf(person), notification.Method.Kind, attempt: 1, answer);
            }
        }
    }

    // The inbox has it as soon as it is written: nothing is left to send. But OnCall's own test page goes the whole way.
    private static DeliveryAnswer? Inbox(PersonId person, Situation situation) =>
        person != SelfTest.Person && situation.People.TryGetValue(person, out var found) ? InboxAnswer.Of(found.Works.Contains(ContactMethodKind.InApp)) : null;

    private IEnumerable<NewNotification> Ask(Urgency urgency, Situation situation, Effect.Notify ask, int place, Instant now)
    {
        var person = situation.People[ask.Person].Person;
        var plan = NotificationPlan.Ask(urgency, InboxOf(person.Id), person.ContactMethods, channels.Works, person.Preferences);
        return NotificationPlan.InTurn(plan, place).Select(
            p => new NewNotification(NewId(), ask.Person, p.Planned.Method, ask.Purpose, ask.Step, now + p.Planned.After)
            {
                TurnAt = now + p.Planned.After + p.Behind,
                Answer = p.Planned.Method.Kind == ContactMethodKind.InApp ? Inbox(ask.Person, situation) : null,
            });
    }

    // Nobody knows who holds the device, so that it is asked at once and by whatever it is.
    private IEnumerable<NewNotification> AskDevice(Urgency urgency, Situation situation, Effect.NotifyDevice device, Instant now) =>
        situation.Roles[device.Role].ContactMethods
            .Where(m => channels.Works(m.Kind) && NotificationPlan.Suits(urgency, m.Kind))
            .Select(m => new NewNotification(NewId(), null, m, device.Purpose, device.Step, now));

    // Quiet ways only; the store adds the methods that have rung for this page already.
    private IEnumerable<NewNotification> Tell(Situation situation, Effect.Tell tell, Instant now)
    {
        yield return new NewNotification(NewId(), tell.Person, InboxOf(tell.Person), tell.Purpose, 0, now) { Answer = Inbox(tell.Person, situation) };
        if (situation.People.TryGetValue(tell.Person, out var found) && channels.Works(ContactMethodKind.Push))
        {
            foreach (var device in found.Person.ContactMethods.Where(m => m.Kind == ContactMethodKind.Push))
            {
                yield return new NewNotification(NewId(), tell.Person, device, tell.Purpose, 0, now);
            }
        }
    }

    private static PageEvent Event(PageId page, Situation situation, Effect.Record record, Instant now) =>
        new(0, page, now, record.Kind, record.Person, record.Person is { } person ? situation.NameOf(person) : null, record.Channel, record.Detail);

    private NotificationId NewId() => new(ids.NewId());
}
