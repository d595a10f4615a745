using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Devices;

/// <summary>Somebody removes a device of their own: no push goes there any more.</summary>
public sealed class RemoveDevice(IPushDevices devices, DeviceReach reach, RosterSignal signal, IClock clock)
{
    public async Task<Answer<RemovedDevices>> RunAsync(Caller caller, PushDeviceId device, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Person is not { } person)
        {
            return DeviceProblems.NotAPerson;
        }

        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "device.remove", caller.Key, new { device = device.Value });
        if (!await devices.RemoveAsync(person, device, audit, cancellationToken))
        {
            return DeviceProblems.Unknown;
        }

        signal.Announce();
        return await reach.AfterAsync(person, 1, cancellationToken);
    }
}
