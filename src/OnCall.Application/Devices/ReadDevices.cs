using System.Buffers.Text;
using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Devices;

/// <summary>Shows people their own devices, and what a browser subscribes under.</summary>
public sealed class ReadDevices(IPushDevices devices, PushKeys keys, IWebPush web)
{
    public async Task<Answer<ListOf<PushDeviceView>>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person is { } person
            ? new ListOf<PushDeviceView>([.. (await devices.OfAsync(person, cancellationToken)).Select(PushDeviceView.Of)], null)
            : DeviceProblems.NotAPerson;
    }

    public async Task<Answer<PushKeyView>> KeyAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person is null ? DeviceProblems.NotAPerson
            : !web.IsConfigured ? DeviceProblems.NotConfigured
            : new PushKeyView(Base64Url.EncodeToString((await keys.CurrentAsync(cancellationToken)).PublicKey));
    }
}
