using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Access;
using OnCall.Application.Access.SecondFactor;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Administration;
using OnCall.Domain.Access;

namespace OnCall.Api.Screens.Admin;

/// <summary>What is set, who must have a second factor, and which keys are in force. It shows no secret.</summary>
internal sealed class SettingsScreen(ReadUnitTree tree, PutSecondFactorRules rules, ReadKeys keys, IClock clock) : Screen
{
    internal const string Path = "/admin/settings";
    private const int KeysTogether = 500;

    internal UnitTreeView Tree { get; private set; } = new([]);

    /// <summary>Null for who administers a unit only: the rules are of the whole hospital.</summary>
    internal FactorFields? Rules { get; private set; }

    internal IReadOnlyList<KeyView> Keys { get; private set; } = [];

    internal string? Done { get; private set; }

    internal static IReadOnlyList<Permission> Permissions => PeoplesPermissions.All;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(null, null, cancellationToken);

    public async Task<IActionResult> OnPostFactorAsync([FromForm] FactorFields form, CancellationToken cancellationToken)
    {
        var answer = await rules.RunAsync(Caller, form.ToBody(), cancellationToken, form.Seen ?? Shown.Nothing);
        Done = answer.Ok ? T["Saved. It counts from each one's next sign-in on."] : null;
        return await ShowAsync(answer.Ok ? null : form, answer.Refusal, cancellationToken);
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid key, [FromServices] RevokeKey revoke, CancellationToken cancellationToken)
    {
        var answer = await revoke.RunAsync(Caller, new ApiKeyId(key), cancellationToken);
        Done = answer.Ok ? T["The key is ended, and every session that stood on it."] : null;
        return await ShowAsync(null, answer.Refusal, cancellationToken);
    }

    public override IActionResult OnPost() => LocalRedirect(Path);

    private async Task<IActionResult> ShowAsync(FactorFields? typed, Refusal? refusal, CancellationToken cancellationToken)
    {
        if (await TakeAsync(tree.RunAsync(Caller, cancellationToken), shown => Tree = shown) is { } refused)
        {
            return refused;
        }

        Rules = (await rules.ReadAsync(Caller, cancellationToken)).Value is { } known
            ? typed ?? new FactorFields { Permissions = [.. known.Permissions ?? []], OrgUnits = [.. known.OrgUnits ?? []], Seen = Shown.Mark(known) }
            : null;
        Keys = await InForceAsync(cancellationToken);
        return Page(refusal);
    }

    private async Task<IReadOnlyList<KeyView>> InForceAsync(CancellationToken cancellationToken)
    {
        var (inForce, now, next) = (new List<KeyView>(), clock.GetCurrentInstant(), (string?)null);
        do
        {
            var part = (await keys.RunAsync(Caller, new ListRequest(next, KeysTogether), cancellationToken)).Value;
            inForce.AddRange((part?.Items ?? []).Where(k => k.Revoked is null && (k.Expires is null || k.Expires > now)));
            next = part?.Next;
        }
        while (next is not null);
        return inForce;
    }
}
