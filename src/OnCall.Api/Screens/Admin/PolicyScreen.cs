using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Administration;
using OnCall.Application.Paging.DryRuns;
using OnCall.Domain.Access;

namespace OnCall.Api.Screens.Admin;

/// <summary>A policy, its steps row by row, and what a page would do by it as it is typed.</summary>
internal sealed class PolicyScreen(ReadPolicies read, PutPolicy put, ReadRolesByUnit roles, DryRunPage dryRun) : Screen
{
    internal PolicyFields Form { get; private set; } = PolicyFields.New;

    internal IReadOnlyList<RoleView> Roles { get; private set; } = [];

    /// <summary>What would happen; null until somebody asks.</summary>
    internal DryRunView? DryRun { get; private set; }

    internal string? Done { get; private set; }

    internal bool MayChange => Caller.May(Permission.Admin);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? policy, [FromQuery] string? role, CancellationToken cancellationToken)
    {
        if (policy.Filled() is { } code && await OpenAsync(code, cancellationToken) is { } refused)
        {
            return refused;
        }

        Form.DryRole = role;
        return await ShowAsync(null, cancellationToken);
    }

    /// <summary>Adds, moves or removes a step or a target, and draws the form again; nothing is saved.</summary>
    public async Task<IActionResult> OnPostDrawAsync([FromForm] PolicyFields form, CancellationToken cancellationToken)
    {
        Form = form;
        Form.Change();
        return await ShowAsync(null, cancellationToken);
    }

    /// <summary>Goes by what is typed; nothing is saved and nobody is asked.</summary>
    public async Task<IActionResult> OnPostDryRunAsync([FromForm] PolicyFields form, CancellationToken cancellationToken)
    {
        Form = form;
        var answer = await dryRun.RunAsync(Caller, new DryRunRequest(form.DryRole.Filled(), form.DryUrgency, Steps: form.StepBodies), cancellationToken);
        DryRun = answer.Value;
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    public async Task<IActionResult> OnPostSaveAsync([FromForm] PolicyFields form, CancellationToken cancellationToken)
    {
        Form = form;
        var request = form.ToRequest();
        if (form.Was.Filled() is null && request.Code is { } code && (await read.FindAsync(Caller, code, cancellationToken)).Ok)
        {
            return await ShowAsync(TypedText.Taken(T, "code", code), cancellationToken);
        }

        var answer = await put.RunAsync(Caller, request, cancellationToken, form.Seen ?? Shown.Nothing);
        if (!answer.Ok)
        {
            return await ShowAsync(answer.Refusal, cancellationToken);
        }

        if (await OpenAsync(answer.Value.Code, cancellationToken) is { } refused)
        {
            return refused;
        }

        (Form.DryRole, Form.DryUrgency, Done) = (form.DryRole, form.DryUrgency, SavedText.Of(T, answer.Value.Name));
        return await ShowAsync(null, cancellationToken);
    }

    public override IActionResult OnPost() => LocalRedirect(PoliciesScreen.Path);

    private Task<IActionResult?> OpenAsync(string code, CancellationToken cancellationToken) =>
        TakeAsync(read.FindAsync(Caller, code, cancellationToken), found => Form = PolicyFields.Of(found));

    private async Task<IActionResult> ShowAsync(Refusal? refusal, CancellationToken cancellationToken) =>
        await TakeAsync(roles.RunAsync(Caller, null, null, cancellationToken), known => Roles = [.. known.Units.SelectMany(u => u.Roles)]) ?? Page(refusal);
}
