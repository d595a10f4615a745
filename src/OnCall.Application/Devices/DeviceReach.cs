using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notifications;
using OnCall.Application.Rosters.Mine;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Devices;

/// <summary>Finds out whether somebody who is on shift, or will be within 12 hours, can still be reached without the devices that were removed.</summary>
public sealed class DeviceReach(ReadMyShifts shifts, IDirectoryReads directory, ChannelSet channels, IClock clock)
{
    internal async Task<RemovedDevices> AfterAsync(PersonId person, int removed, CancellationToken cancellationToken)
    {
        if (removed == 0 || (await directory.PeopleAsync([person], cancellationToken)) is not [var now] || WorkingMethods.Of(now, channels.Works).Count > 0)
        {
            return new RemovedDevices(removed, null);
        }

        return new RemovedDevices(removed, await shifts.NearAsync(person, clock.GetCurrentInstant(), cancellationToken));
    }
}
