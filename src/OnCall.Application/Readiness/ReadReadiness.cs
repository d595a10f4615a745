using NodaTime;
using OnCall.Application.Devices;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Contacts;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Rosters.Mine;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Readiness;

/// <summary>
/// Tells people who are on shift, or will be within 12 hours, whether each way by which an urgent page would reach them has worked within
/// 7 days, and by what that is known. Nobody else is asked for anything.
/// </summary>
public sealed class ReadReadiness(
    ReadMyShifts shifts, IDirectoryReads directory, IOwnContacts contacts, IPushDevices devices, ChannelSet channels, IClock clock)
{
    public async Task<Answer<ReadinessView>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Person is not { } me)
        {
            return Refusal.Forbidden("An integration has no shifts.");
        }

        var now = clock.GetCurrentInstant();

        if (await shifts.NearAsync(me, now, cancellationToken) is not { } shift)
        {
            return new ReadinessView(null, true, []);
        }

        var methods = (await directory.PeopleAsync([me], cancellationToken)) is [var person] ? await MethodsAsync(person, now, cancellationToken) : [];
        return new ReadinessView(shift, methods.Count > 0 && methods.All(m => m.Works), methods);
    }

    private async Task<IReadOnlyList<MethodReadiness>> MethodsAsync(Person person, Instant now, CancellationToken cancellationToken)
    {
        var asked = NotificationPlan.Ask(Urgency.Urgent, ChangeWriter.InboxOf(person.Id), person.ContactMethods, channels.Works, person.Preferences)
            .Select(p => p.Method).Where(m => m.Kind != ContactMethodKind.InApp && m.Counts).ToList();
        var records = await contacts.RecordsAsync(person.Id, asked, cancellationToken);
        var own = (await devices.OfAsync(person.Id, cancellationToken)).ToDictionary(d => d.Address);
        var shown = new List<MethodReadiness>();
        foreach (var method in asked)
        {
            // A token that an administrator wrote down can be neither tested nor confirmed by its owner: nothing is asked of it.
            if (own.TryGetValue(method.Address, out var device))
            {
                shown.Add(Show(method, device.Name, device.ConfirmedAt, null, MethodProof.Answered, now));
            }
            else if (method.Kind != ContactMethodKind.Push)
            {
                var record = records.GetValueOrDefault(method.Id, ContactRecord.Unknown);
                shown.Add(Show(method, method.Address, record.WorkedAt, record.FailedAt, ReadinessRules.HasWorked(record.ReachedAt, record.FailedAt, now) ? MethodProof.Reached : MethodProof.Taken, now));
            }
        }

        return shown;
    }

    private static MethodReadiness Show(ContactMethod method, string name, Instant? worked, Instant? failed, MethodProof proof, Instant now) =>
        ReadinessRules.HasWorked(worked, failed, now) ? new(method.Kind, name, worked, true, proof) : new(method.Kind, name, worked, false, MethodProof.None);
}
