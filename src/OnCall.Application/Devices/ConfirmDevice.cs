using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Devices;

/// <summary>A device shows that a test reached it. From then on it counts as a way to reach its owner.</summary>
public sealed class ConfirmDevice(IPushDevices devices, RosterSignal signal, IClock clock)
{
    private const int LongestToken = 200;

    public async Task<Answer<PushDeviceView>> RunAsync(Caller caller, PushDeviceId device, ConfirmDeviceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (caller.Person is not { } person)
        {
            return DeviceProblems.NotAPerson;
        }

        var now = clock.GetCurrentInstant();
        var audit = DirectoryAudit.Entry(now, caller, "device.confirm", caller.Key, new { device = device.Value });
        var right = request.Token is { Length: > 0 and <= LongestToken } token
            && await devices.ConfirmAsync(person, device, TestDevice.HashOf(token), now, audit, cancellationToken);
        if ((await devices.OfAsync(person, cancellationToken)).FirstOrDefault(d => d.Id == device) is not { } stands)
        {
            return DeviceProblems.Unknown;
        }

        if (!right)
        {
            return Refusal.Invalid(new InputProblem("token", "This is not what the latest test carried, or it was used, or its 10 minutes are over. Test the device again."));
        }

        signal.Announce();
        return PushDeviceView.Of(stands);
    }
}
