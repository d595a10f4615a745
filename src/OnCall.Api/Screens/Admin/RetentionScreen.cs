using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Audit;
using OnCall.Application.Retention;
using OnCall.Domain.Access;
using OnCall.Domain.Retention;

namespace OnCall.Api.Screens.Admin;

/// <summary>How long things are kept, what is held, what would go and what went.</summary>
internal sealed class RetentionScreen(
    ReadRetentionRules rules, PutRetentionRule put, ForecastRetention forecast, ReadHolds holds, PlaceHold place, LiftHold lift, ReadRetentionRuns runs) : Screen
{
    internal const string Path = "/admin/retention";

    internal IReadOnlyList<RetentionRuleView> Rules { get; private set; } = [];

    internal IReadOnlyList<HoldView> Holds { get; private set; } = [];

    /// <summary>Null for who may not see them: reports are of the whole hospital.</summary>
    internal IReadOnlyList<RetentionRunView>? Runs { get; private set; }

    /// <summary>What would go; null until somebody asks.</summary>
    internal RetentionForecast? Forecast { get; private set; }

    internal RetentionForms Typed { get; private set; } = new();

    /// <summary>This person administers something, and is offered forms. The use cases decide again.</summary>
    internal bool MayChange => Caller.Grants.Any(g => g.Permission == Permission.Admin);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostSaveAsync([FromForm] RetentionForms form, CancellationToken cancellationToken) =>
        await DoneAsync(form, await put.RunAsync(Caller, form.Class ?? "", BodyOf(form), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] RetentionForms form, CancellationToken cancellationToken) =>
        await DoneAsync(form, await put.RemoveAsync(Caller, form.Class ?? "", form.OrgUnit, cancellationToken), cancellationToken);

    /// <summary>Counts what would go, by what is typed where something is.</summary>
    public async Task<IActionResult> OnPostCountAsync([FromForm] RetentionForms form, CancellationToken cancellationToken)
    {
        Typed = form;
        var typed = form.Days is not null || form.Forever;
        var answer = await forecast.RunAsync(Caller, typed ? form.Class : null, BodyOf(form), cancellationToken);
        Forecast = answer.Value;
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    public async Task<IActionResult> OnPostHoldAsync([FromForm] RetentionForms form, CancellationToken cancellationToken) =>
        await DoneAsync(form, await HoldAsync(form, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostLiftAsync([FromForm] RetentionForms form, CancellationToken cancellationToken) =>
        await DoneAsync(form, await lift.RunAsync(Caller, new HoldId(form.Hold), form.Reason, cancellationToken), cancellationToken);

    public override IActionResult OnPost() => LocalRedirect(Path);

    private static RetentionRuleBody BodyOf(RetentionForms form) => new(Filled(form.OrgUnit), form.Days, form.Forever);

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<Answer<HoldView>> HoldAsync(RetentionForms form, CancellationToken cancellationToken)
    {
        Guid? page = null;
        if (Filled(form.Page) is { } text)
        {
            // People paste the address of the page's screen.
            if (!Guid.TryParse(text.TrimEnd('/').Split('/')[^1], out var id))
            {
                return Refusal.Invalid(new InputProblem("page", "Give the page's id, or the address of its screen.", text));
            }

            page = id;
        }

        return await place.RunAsync(Caller, new HoldBody(page, Filled(form.Person), Filled(form.Unit), form.Reason), cancellationToken);
    }

    private async Task<IActionResult> DoneAsync<T>(RetentionForms form, Answer<T> answer, CancellationToken cancellationToken)
    {
        Typed = form;
        return answer.Ok ? LocalRedirect(Path) : await ShowAsync(answer.Refusal, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Refusal? refusal, CancellationToken cancellationToken)
    {
        var known = await rules.RunAsync(Caller, cancellationToken);
        if (!known.Ok)
        {
            return Refuse(known.Refusal);
        }

        Rules = known.Value.Items;
        Holds = (await holds.RunAsync(Caller, cancellationToken)).Value?.Items ?? [];
        Runs = AuditAccess.IsFor(Caller) ? (await runs.RunAsync(Caller, null, cancellationToken)).Value?.Items : null;
        return Page(refusal);
    }
}
