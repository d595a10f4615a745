using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Screens.Wording;
using OnCall.Application.Devices;
using OnCall.Application.Rosters.Mine;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Screens.Admin;

/// <summary>The person's devices that ring: a lost one is taken away here.</summary>
internal sealed partial class PersonScreen
{
    /// <summary>What must be known of a person who is on shift and whom nothing reaches any more; null where something does.</summary>
    internal string? Unreached { get; private set; }

    internal async Task<IReadOnlyList<PushDeviceView>> DevicesAsync() =>
        Now is { } person && (await HttpContext.RequestServices.GetRequiredService<TakeDevices>().ReadAsync(Caller, person.EmployeeNo, HttpContext.RequestAborted)).Value is { } devices
            ? devices.Items
            : [];

    public Task<IActionResult> OnPostDeviceAsync([FromForm] string? was, [FromForm] Guid device, [FromServices] TakeDevices take, CancellationToken cancellationToken) => ActAsync(
        was, () => take.OneAsync(Caller, was ?? "", new PushDeviceId(device), cancellationToken),
        removed => Gone(removed.UnreachedOn, T["The device is taken away. No page rings there any more."]), cancellationToken);

    private string Gone(MyShiftView? unreached, string done)
    {
        Unreached = unreached is { } shift ? UnreachedText.Of(T, shift) : null;
        return done;
    }
}
