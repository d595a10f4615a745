using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Notices;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Creates or changes a unit of the org tree.</summary>
public sealed class PutOrgUnit(IOrgUnitStore units, IKeyCache keys, SignInNotices notices, IIdSource ids, IClock clock)
{
    private static readonly PutOrgUnitValidator Validator = new();

    /// <param name="shown">What <see cref="Shown.Mark"/> gives for what the caller saw; null writes whatever stands there.</param>
    public Task<Answer<OrgUnitView>> RunAsync(Caller caller, PutOrgUnitRequest request, CancellationToken cancellationToken, string? shown = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        return Raced.RetryAsync(Validator, request, () => TryAsync(caller, request, shown, cancellationToken));
    }

    private async Task<Answer<OrgUnitView>?> TryAsync(Caller caller, PutOrgUnitRequest request, string? shown, CancellationToken cancellationToken)
    {
        var tree = await units.TreeAsync(cancellationToken);
        var before = tree.Find(request.Code!);
        var parent = request.Parent is null ? null : tree.Find(request.Parent);

        if (!MayPut(caller, tree, before, parent))
        {
            return DirectoryProblems.NotAdministrator();
        }

        if (await Shown.RefuseAsync(shown, before, b => Task.FromResult(OrgUnitView.Of(b, tree))) is { } stale)
        {
            return stale;
        }

        if (request.Parent is not null && parent is null)
        {
            return Refusal.Invalid(DirectoryProblems.NoUnit("parent", request.Parent));
        }

        if (before is not null && parent is not null && tree.WouldCycle(before.Id, parent.Id))
        {
            return Refusal.Invalid(new InputProblem("parent", "This unit lies below the one that is changed, or is it itself.", request.Parent));
        }

        var unit = new OrgUnit(before?.Id ?? new OrgUnitId(ids.NewId()), before?.Code ?? request.Code!, request.Name!.Trim(), parent?.Id, request.TimeZone, request.SwapApproval);
        var view = new OrgUnitView(unit.Code, unit.Name, parent?.Code, unit.TimeZone, unit.SwapApproval);
        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "org-unit.put", "org-unit:" + unit.Code, view);
        var ended = new List<EndedAccess>();
        if (await units.SaveAsync(unit, before is null, audit, cancellationToken, Ended) == SaveResult.Raced)
        {
            return null;
        }

        keys.Empty();
        return before is null ? Answer<OrgUnitView>.Created(view) : view with { EndedKeys = EndedKeyView.Of(ended) };

        NewNotice? Ended(Person whose, EndedAccess access)
        {
            ended.Add(access);
            return notices.Ended(whose, access);
        }
    }

    // A unit is changed by who administers it; a new one, or one that moves, also by who administers the place it goes to.
    private static bool MayPut(Caller caller, OrgTree tree, OrgUnit? before, OrgUnit? parent)
    {
        var itself = before is null || caller.May(Permission.Admin, tree.Above(before.Id));
        var stays = before is not null && before.Parent == parent?.Id;
        return itself && (stays || caller.May(Permission.Admin, tree.Above(parent?.Id)));
    }
}
