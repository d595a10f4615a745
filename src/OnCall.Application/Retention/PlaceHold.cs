using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Paging;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>Places a legal hold: from then on nothing of the page, the person or the unit is purged until it is lifted.</summary>
public sealed class PlaceHold(IHoldStore holds, HoldUnits unitsOf, IPageStore pages, IDirectoryReads directory, IOrgUnitStore units, IIdSource ids, IClock clock)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MostReason = 500;

    public async Task<Answer<HoldView>> RunAsync(Caller caller, HoldBody body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(body);
        if (!RetentionAccess.IsReader(caller))
        {
            return RetentionAccess.NotAdministrator();
        }

        var (target, label, problem) = await TargetAsync(body, cancellationToken);
        InputProblem?[] problems = [problem, ReasonProblem(body.Reason)];
        if (target is null || problems.Any(p => p is not null))
        {
            return Refusal.Invalid([.. problems.OfType<InputProblem>()]);
        }

        if (!caller.May(Permission.Admin, await unitsOf.OfAsync(target, cancellationToken)))
        {
            return RetentionAccess.NotAdministrator();
        }

        var now = clock.GetCurrentInstant();
        var placed = new LegalHold(new HoldId(ids.NewId()), target, label, body.Reason!.Trim(), now, caller.Key, null);
        return await holds.PlaceAsync(placed, Entry(now, caller, "hold.place", placed), cancellationToken)
            ? Answer<HoldView>.Created(HoldView.Of(placed))
            : Refusal.Invalid(NoPage(body));
    }

    internal static InputProblem? ReasonProblem(string? reason) => string.IsNullOrWhiteSpace(reason) ? new InputProblem("reason", "Say why.")
        : reason.Trim().Length > MostReason ? new InputProblem("reason", $"At most {MostReason} characters.")
        : null;

    // The reason is not in the trail: it may name a case, and the trail is never purged.
    internal static AuditEntry Entry(Instant at, Caller caller, string action, LegalHold hold) => DirectoryAudit.Entry(
        at, caller, action, hold.On.Page is { } page ? $"page:{page}" : hold.On.Person is not null ? $"person:{hold.Label}" : $"org-unit:{hold.Label}", new { hold = hold.Id.ToString() });

    private static InputProblem NoPage(HoldBody body) => new("page", "There is no page with this id.", body.Page?.ToString("D"));

    private async Task<(HoldTarget? Target, string Label, InputProblem? Problem)> TargetAsync(HoldBody body, CancellationToken cancellationToken)
    {
        switch (body.Page, body.Person, body.OrgUnit)
        {
            case ({ } id, null, null):
                return (await pages.LoadAsync([new PageId(id)], cancellationToken)) is [var record] && record.Page.Role != SelfTest.Role
                    ? (HoldTarget.Of(record.Page.Id), record.Page.Reference.ToString(), null)
                    : (null, "", NoPage(body));
            case (null, { } employeeNo, null):
                return await directory.FindPersonAsync(employeeNo, cancellationToken) is { } person
                    ? (HoldTarget.Of(person.Id), person.EmployeeNo, null)
                    : (null, "", new InputProblem("person", "Nobody has this employee number.", employeeNo));
            case (null, null, { } code):
                return (await units.TreeAsync(cancellationToken)).Find(code) is { } unit
                    ? (HoldTarget.Of(unit.Id), unit.Code, null)
                    : (null, "", DirectoryProblems.NoUnit("orgUnit", code));
            default:
                return (null, "", new InputProblem("page", "Give a page, a person or a unit, and one of them only."));
        }
    }
}
