using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Application;
using OnCall.Application.Devices;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Screens.Staff;

/// <summary>My devices that ring: which they are, and whether each has shown that pushes reach it. A device adds itself, by its script.</summary>
internal sealed class DevicesScreen(ReadDevices read, TestDevice test, RemoveDevice remove, IWebPush web) : Screen
{
    internal IReadOnlyList<PushDeviceView> Devices { get; private set; } = [];

    internal bool IsSetUp => web.IsConfigured;

    /// <summary>Only this person uses this device: on any other, what is for one would be shown to all.</summary>
    internal bool IsOwn => HttpContext.Session() is { Shared: false };

    internal string? Done { get; private set; }

    /// <summary>They are on shift, or soon, and the device that was removed was all that reached them.</summary>
    internal bool Unreached { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    public override IActionResult OnPost() => LocalRedirect("/account/devices");

    public async Task<IActionResult> OnPostTestAsync([FromForm] Guid device, CancellationToken cancellationToken)
    {
        var answer = await test.RunAsync(Caller, new PushDeviceId(device), cancellationToken);
        Done = answer.Value switch
        {
            null => null,
            { Removed: true } => T["Its push service does not know the device any more, so it was removed. Let it ring anew from the device itself."],
            { Status: "accepted" or "delivered" } => T["The test is on its way. Tap it on that device within 10 minutes: then it is known that pages reach it."],
            var tested => T["The test was not taken: {0}", T.Sentence(tested.Detail)],
        };
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] Guid device, CancellationToken cancellationToken)
    {
        var answer = await remove.RunAsync(Caller, new PushDeviceId(device), cancellationToken);
        Done = answer.Ok ? T["The device is removed. No page rings there any more."] : null;
        Unreached = answer.Value?.UnreachedOn is not null;
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Refusal? refused, CancellationToken cancellationToken)
    {
        var answer = await read.RunAsync(Caller, cancellationToken);
        if (!answer.Ok)
        {
            return Refuse(answer.Refusal);
        }

        Devices = answer.Value.Items;
        return Page(refused);
    }
}
