using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Api.Screens.Wording;
using OnCall.Application;
using OnCall.Application.Directory.Contacts;
using OnCall.Application.Directory.Preferences;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Screens.Staff;

/// <summary>By what I am reached outside the screens, in the order that I want: added, verified by a code, tested and removed here.</summary>
internal sealed class ContactMethodsScreen(ReadOwnContacts read, PutPreferences preferences) : Screen
{
    private IReadOnlyList<UrgencyPlan> _plans = [];

    internal IReadOnlyList<OwnContactView> Methods { get; private set; } = [];

    internal string? Done { get; private set; }

    /// <summary>What was typed to be added, where that was refused.</summary>
    internal AddContactRequest Typed { get; private set; } = new(null, null);

    /// <summary>Asked whether the last one that works is to go all the same; null otherwise.</summary>
    internal Guid? LastOne { get; private set; }

    /// <summary>The kinds that people add themselves, as the API writes them.</summary>
    internal static IReadOnlyList<string> Kinds { get; } = ["sms", "voice", "mail", "snpp", "wctp", "tap"];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, null, cancellationToken);

    public override IActionResult OnPost() => LocalRedirect("/account/contact-methods");

    public async Task<IActionResult> OnPostAddAsync(
        [FromForm] string? kind, [FromForm] string? address, [FromServices] AddOwnContact add, CancellationToken cancellationToken)
    {
        var answer = await add.RunAsync(Caller, Typed = new AddContactRequest(kind, address), cancellationToken);
        Typed = answer.Ok ? new AddContactRequest(null, null) : Typed;
        return await ShowAsync(answer.Refusal, T["Added. Have a code sent to it now: until it is verified, nobody relies on it."], cancellationToken);
    }

    public async Task<IActionResult> OnPostCodeAsync([FromForm] Guid id, [FromServices] SendContactCode send, CancellationToken cancellationToken)
    {
        var answer = await send.RunAsync(Caller, new ContactMethodId(id), cancellationToken);
        return await ShowAsync(answer.Refusal, Said(answer.Value?.Status, answer.Value?.Detail, T["The code is on its way. Type it in within 10 minutes."]), cancellationToken);
    }

    public async Task<IActionResult> OnPostVerifyAsync([FromForm] Guid id, [FromForm] string? code, [FromServices] VerifyOwnContact verify, CancellationToken cancellationToken)
    {
        var answer = await verify.RunAsync(Caller, new ContactMethodId(id), new VerifyContactRequest(code), cancellationToken);
        return await ShowAsync(answer.Refusal, T["Verified: pages reach you by it, and answers from it count as yours."], cancellationToken);
    }

    public async Task<IActionResult> OnPostTestAsync([FromForm] Guid id, [FromServices] TestOwnContact test, CancellationToken cancellationToken)
    {
        var answer = await test.RunAsync(Caller, new ContactMethodId(id), cancellationToken);
        return await ShowAsync(answer.Refusal, Said(answer.Value?.Status, answer.Value?.Detail, T["The test is on its way. It rings as a page would."]), cancellationToken);
    }

    public Task<IActionResult> OnPostUpAsync([FromForm] Guid id, [FromServices] OrderOwnContacts order, CancellationToken cancellationToken) =>
        MoveAsync(id, -1, order, cancellationToken);

    public Task<IActionResult> OnPostDownAsync([FromForm] Guid id, [FromServices] OrderOwnContacts order, CancellationToken cancellationToken) =>
        MoveAsync(id, 1, order, cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] Guid id, [FromForm] bool confirm, [FromServices] RemoveOwnContact remove, CancellationToken cancellationToken)
    {
        var answer = await remove.RunAsync(Caller, new ContactMethodId(id), confirm, cancellationToken);
        LastOne = answer.Refusal?.Type == "last-contact-method" ? id : null;
        return await ShowAsync(answer.Refusal, T["Removed. Nothing is sent there any more."], cancellationToken);
    }

    /// <summary>For which urgencies it is asked, and how long after the page.</summary>
    internal IReadOnlyList<string> UsesOf(OwnContactView method) =>
    [
        .. from plan in _plans
           from ask in plan.Asks
           where ask.Kind == method.Kind && ask.Address == method.Address
           let label = UrgencyText.LabelOf(T, plan.Urgency)
           select ask.AfterSeconds == 0 ? T["{0}: at once", label]
               : ask.AfterSeconds % 60 == 0 ? T["{0}: after {1} min", label, ask.AfterSeconds / 60]
               : T["{0}: after {1} s", label, ask.AfterSeconds],
    ];

    private async Task<IActionResult> MoveAsync(Guid id, int by, OrderOwnContacts order, CancellationToken cancellationToken)
    {
        var ids = ((await read.RunAsync(Caller, cancellationToken)).Value?.Items ?? []).Select(m => m.Id).ToList();
        var (from, to) = (ids.IndexOf(id), ids.IndexOf(id) + by);
        if (from < 0 || to < 0 || to >= ids.Count)
        {
            return await ShowAsync(null, null, cancellationToken);
        }

        (ids[from], ids[to]) = (ids[to], ids[from]);
        var answer = await order.RunAsync(Caller, new OrderContactsRequest(ids), cancellationToken);
        return await ShowAsync(answer.Refusal, T["Moved. Where several are asked at the same time, the first in this list goes first."], cancellationToken);
    }

    private string? Said(DeliveryStatus? status, string? detail, string well) => status switch
    {
        null => null,
        DeliveryStatus.Accepted or DeliveryStatus.Delivered => well,
        _ => T["It was not taken: {0}", T.Sentence(detail ?? "")],
    };

    private async Task<IActionResult> ShowAsync(Refusal? refused, string? done, CancellationToken cancellationToken)
    {
        var answer = await read.RunAsync(Caller, cancellationToken);
        if (!answer.Ok)
        {
            return Refuse(answer.Refusal);
        }

        Methods = answer.Value.Items;
        _plans = (await preferences.ReadAsync(Caller, cancellationToken)).Value?.Plans ?? [];
        Done = refused is null ? done : null;
        return Page(refused);
    }
}
