using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>Shows pulls to the schedulers and auditors of their units, runs one at once for them, and lets administrators delete one.</summary>
public sealed class ReadRosterPulls(IRosterPulls pulls, IOrgUnitStore units, RunRosterPull run, NodaTime.IClock clock)
{
    public async Task<Answer<RosterPullView>> FindAsync(Caller caller, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await pulls.FindAsync(code, cancellationToken) is not { } pull)
        {
            return PullRefusals.Unknown(code);
        }

        var tree = await units.TreeAsync(cancellationToken);
        return MayRead(caller, tree, pull) ? Show(tree, pull) : PullRefusals.NotScheduler;
    }

    /// <summary>Those that the caller may read, by code.</summary>
    public async Task<Answer<ListOf<RosterPullView>>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var tree = await units.TreeAsync(cancellationToken);
        var all = await pulls.AllAsync(cancellationToken);
        return new ListOf<RosterPullView>([.. all.Where(p => MayRead(caller, tree, p)).Select(p => Show(tree, p))], null);
    }

    /// <summary>Fetches now, whether it is due or on. Answers how it stands then.</summary>
    public async Task<Answer<RosterPullView>> RunAsync(Caller caller, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await pulls.FindAsync(code, cancellationToken) is not { } pull)
        {
            return PullRefusals.Unknown(code);
        }

        return !MayRun(caller, await units.TreeAsync(cancellationToken), pull) ? PullRefusals.NotScheduler
            : await run.RunAsync(pull.Code, whenDue: false, cancellationToken) ? await FindAsync(caller, code, cancellationToken)
            : PullRefusals.Busy;
    }

    /// <summary>The shifts that it brought stay in force.</summary>
    public async Task<Answer<string>> DeleteAsync(Caller caller, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.May(Permission.Admin))
        {
            return PullRefusals.NotAdministrator;
        }

        return await pulls.FindAsync(code, cancellationToken) is not { } pull ? PullRefusals.Unknown(code)
            : await pulls.DeleteAsync(pull.Id, PullAudit.Delete(caller, clock.GetCurrentInstant(), pull.Code), cancellationToken) ? pull.Code
            : DirectoryProblems.Busy();
    }

    private static bool MayRun(Caller caller, OrgTree tree, StoredPull pull) => caller.May(Permission.Scheduler, tree.Above(pull.OrgUnit));

    private static bool MayRead(Caller caller, OrgTree tree, StoredPull pull) => MayRun(caller, tree, pull) || caller.May(Permission.Auditor, tree.Above(pull.OrgUnit));

    private static RosterPullView Show(OrgTree tree, StoredPull pull) => RosterPullView.Of(pull, tree.Find((OrgUnitId?)pull.OrgUnit)?.Code ?? "");
}
