using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Directory.Contacts;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Screens.Admin;

/// <summary>How each channel stands, and a test of it to oneself.</summary>
internal sealed class ChannelsScreen(ReadChannels read, ReadOwnContacts own, TestOwnContact test) : Screen
{
    internal const string Path = "/admin/channels";

    internal IReadOnlyList<ChannelView> Channels { get; private set; } = [];

    internal IReadOnlyList<OwnContactView> Own { get; private set; } = [];

    /// <summary>What came of a test; null where none was sent.</summary>
    internal ContactTest? Tested { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostTestAsync([FromForm] Guid method, CancellationToken cancellationToken)
    {
        var answer = await test.RunAsync(Caller, new ContactMethodId(method), cancellationToken);
        Tested = answer.Value;
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    public override IActionResult OnPost() => LocalRedirect(Path);

    /// <summary>The caller's own proved contact method of that kind, to which a test can go; null for none.</summary>
    internal OwnContactView? OwnOf(ContactMethodKind kind) => Own.FirstOrDefault(m => m.Kind == kind && m.Verified && m.Works);

    private async Task<IActionResult> ShowAsync(Refusal? refusal, CancellationToken cancellationToken)
    {
        var answer = await read.RunAsync(Caller, cancellationToken);
        if (!answer.Ok)
        {
            return Refuse(answer.Refusal);
        }

        Channels = answer.Value.Items;
        Own = (await own.RunAsync(Caller, cancellationToken)).Value?.Items ?? [];
        return Page(refusal);
    }
}
