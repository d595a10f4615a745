using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Administration;

namespace OnCall.Api.Screens.Admin;

/// <summary>A role: what it is called, whose it is, how its pages go on, and when somebody must be on.</summary>
internal sealed class RoleScreen(ReadRoles read, PutRole put, ReadUnitTree tree, ReadPolicies policies, ReadRolesByUnit roles) : Screen
{
    private const int MostPolicies = 500;

    internal RoleForm Form { get; private set; } = new();

    /// <summary>The role as it is; null for a new one.</summary>
    internal RoleView? Now { get; private set; }

    internal UnitTreeView Tree { get; private set; } = new([]);

    internal IReadOnlyList<PolicyView> Policies { get; private set; } = [];

    /// <summary>What may stand in.</summary>
    internal IReadOnlyList<RoleView> Others { get; private set; } = [];

    internal string? Done { get; private set; }

    internal bool MayChange => Now is null ? Tree.Lines.Any(l => l.MayChange) : Tree.MayChange(Now.OrgUnit);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? role, [FromQuery] string? unit, CancellationToken cancellationToken)
    {
        Form.OrgUnit = unit;
        return role.Filled() is { } code && await OpenAsync(code, cancellationToken) is { } refused ? refused : await ShowAsync(null, cancellationToken);
    }

    /// <summary>Draws the form again with one more row of hours; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRowAsync([FromForm] RoleForm form, CancellationToken cancellationToken)
    {
        Form = form;
        Form.Hours = RoleForm.Rows;
        Form.Spans.Add(new SpanForm());
        return await FindAsync(cancellationToken) ?? await ShowAsync(null, cancellationToken);
    }

    public async Task<IActionResult> OnPostSaveAsync([FromForm] RoleForm form, CancellationToken cancellationToken)
    {
        Form = form;
        if (await FindAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Now is null && form.Code.Filled() is { } code && (await read.FindAsync(Caller, code, cancellationToken)).Ok)
        {
            return await ShowAsync(TypedText.Taken(T, "code", code), cancellationToken);
        }

        var answer = await put.RunAsync(Caller, form.ToRequest(Now), cancellationToken, form.Seen ?? Shown.Nothing);
        if (!answer.Ok)
        {
            return await ShowAsync(answer.Refusal, cancellationToken);
        }

        Done = SavedText.Of(T, answer.Value.Name);
        return await OpenAsync(answer.Value.Code, cancellationToken) ?? await ShowAsync(null, cancellationToken);
    }

    public override IActionResult OnPost() => LocalRedirect(RolesScreen.Path);

    private Task<IActionResult?> OpenAsync(string code, CancellationToken cancellationToken) =>
        TakeAsync(read.FindAsync(Caller, code, cancellationToken), found => (Now, Form) = (found, RoleForm.Of(found)));

    private async Task<IActionResult?> FindAsync(CancellationToken cancellationToken) =>
        Form.Was.Filled() is { } code ? await TakeAsync(read.FindAsync(Caller, code, cancellationToken), found => Now = found) : null;

    private async Task<IActionResult> ShowAsync(Refusal? refusal, CancellationToken cancellationToken)
    {
        if (await TakeAsync(tree.RunAsync(Caller, cancellationToken), shown => Tree = shown) is { } refused)
        {
            return refused;
        }

        Policies = (await policies.ListAsync(Caller, new ListRequest(null, MostPolicies), cancellationToken)).Value?.Items ?? [];
        Others = [.. ((await roles.RunAsync(Caller, null, null, cancellationToken)).Value?.Units ?? []).SelectMany(u => u.Roles).Where(r => r.Code != Now?.Code)];
        return Page(refusal);
    }
}
