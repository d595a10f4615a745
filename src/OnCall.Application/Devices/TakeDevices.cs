using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Devices;

/// <summary>
/// Shows administrators the devices of a person, and takes them away: a lost one must ring for nobody. It is never refused because nothing else
/// reaches the person, since a stolen telephone is worse; it is said.
/// </summary>
public sealed class TakeDevices(IPushDevices devices, KeyRights rights, DeviceNotices notices, DeviceReach reach, RosterSignal signal, IClock clock)
{
    public async Task<Answer<ListOf<PushDeviceView>>> ReadAsync(Caller caller, string employeeNo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var found = await rights.PersonAsync(caller, employeeNo, cancellationToken);
        return found.Ok
            ? new ListOf<PushDeviceView>([.. (await devices.OfAsync(found.Value.Id, cancellationToken)).Select(PushDeviceView.Of)], null)
            : found.Refusal;
    }

    public async Task<Answer<RemovedDevices>> OneAsync(Caller caller, string employeeNo, PushDeviceId device, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var found = await rights.PersonAsync(caller, employeeNo, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var removed = await TakeAsync(caller, found.Value, device, "administrator", cancellationToken);
        return removed.Removed == 0 ? DeviceProblems.UnknownOfPerson : removed;
    }

    /// <summary>All that the person registered, by whoever may administer them: the caller has seen to that.</summary>
    /// <param name="why">The action that is the cause.</param>
    internal Task<RemovedDevices> AllAsync(Caller caller, Person person, string why, CancellationToken cancellationToken) =>
        TakeAsync(caller, person, null, why, cancellationToken);

    private async Task<RemovedDevices> TakeAsync(Caller caller, Person person, PushDeviceId? only, string why, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var taken = await devices.TakeAsync(person.Id, only, Entry, gone => notices.TakenAway(caller, person, gone), cancellationToken);
        if (taken.Count > 0)
        {
            signal.Announce();
        }

        return await reach.AfterAsync(person.Id, taken.Count, cancellationToken);

        AuditEntry Entry(PushDevice device) =>
            DirectoryAudit.Entry(now, caller, "device.remove", "person:" + person.EmployeeNo, new { device = device.Id.Value, device.Name, why });
    }
}
