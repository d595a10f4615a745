using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;

namespace OnCall.Application.Devices;

/// <summary>
/// A browser gives up its subscription, since its person signs out there, or others use it too. It is removed now and not when a page is lost on it;
/// whom it rang for is told where it is somebody else who does so.
/// </summary>
public sealed class LeaveDevice(IPushDevices devices, IDirectoryReads directory, DeviceNotices notices, RosterSignal signal, IClock clock)
{
    /// <summary>Done also where no device has that endpoint: only the browser itself knows it, and nobody learns by it whose it was.</summary>
    public async Task<Answer<bool>> RunAsync(Caller caller, LeaveDeviceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (caller.Person is not { } person)
        {
            return DeviceProblems.NotAPerson;
        }

        if (request.Endpoint is not { Length: > 0 and <= WebSubscription.LongestEndpoint } endpoint)
        {
            return Refusal.Invalid(new InputProblem("endpoint", "Give the endpoint of the browser's subscription."));
        }

        if (await devices.FindAsync(RegisterDevice.HashOf(PushDeviceKind.Web, endpoint), cancellationToken) is not { } gone)
        {
            return true;
        }

        var owner = (await directory.PeopleAsync([gone.Person], cancellationToken)).FirstOrDefault();
        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "device.remove", "device:" + gone.Id, new { person = gone.Person.Value, why = "signed-out-there" });
        await devices.TakeAsync(gone.Person, gone.Id, _ => audit, _ => owner is null || owner.Id == person ? null : notices.TakenOver(owner, gone), cancellationToken);
        signal.Announce();
        return true;
    }
}
