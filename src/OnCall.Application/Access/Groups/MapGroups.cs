using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.Passwords;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Audit;
using OnCall.Domain.Roles;

namespace OnCall.Application.Access.Groups;

/// <summary>
/// Gives a person who signs in what their groups give now, and takes what their groups gave once and no longer do. What somebody gave by
/// hand stays.
/// </summary>
public sealed class MapGroups(
    GroupRules rules, IMappedGrantStore store, IOrgUnitStore units, IKeyCache keys, SignInNotices notices, IClock clock, ILogger<MapGroups> log)
{
    private const int Attempts = 3;

    private static readonly Action<ILogger, string, string, Exception?> NoUnit = LoggerMessage.Define<string, string>(
        LogLevel.Warning, new EventId(1, nameof(NoUnit)), "OnCall__SignIn__Groups gives the group {Group} a permission for the unit {Unit}, which there is not: nothing is given.");

    /// <param name="account">Who signs in.</param>
    /// <param name="groups">All that they are in. From a directory by <see cref="DistinguishedName.Normal"/>; any others count as they are written.</param>
    /// <param name="way">By what they sign in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<GrantChange> RunAsync(Account account, IReadOnlyCollection<string> groups, SignInWay way, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var tree = await units.TreeAsync(cancellationToken);
        var given = Given(groups, way, tree);
        for (var i = 0; i < Attempts; i++)
        {
            if (await store.ReplaceAsync(account.Person, given, c => Entry(account, way, c, tree), cancellationToken, notices.Ended) is { } change)
            {
                if (!change.IsNone)
                {
                    keys.Empty();
                }

                return change;
            }
        }

        // As many sign-ins of one person in one moment: each of them has looked at the same groups.
        return GrantChange.None;
    }

    private List<Grant> Given(IReadOnlyCollection<string> groups, SignInWay way, OrgTree tree)
    {
        var named = groups.ToHashSet(StringComparer.Ordinal);
        var given = new List<Grant>();
        foreach (var rule in rules.All.Where(r => named.Contains(way == SignInWay.Directory ? DistinguishedName.Normal(r.Group) : r.Group)))
        {
            var unit = rule.OrgUnit is { } code ? tree.Find(code) : null;
            if (rule.OrgUnit is not null && unit is null)
            {
                // Never for the whole hospital instead.
                NoUnit(log, rule.Group, rule.OrgUnit, null);
                continue;
            }

            given.Add(new Grant(rule.Permission, unit?.Id));
        }

        return [.. given.Distinct()];
    }

    private AuditEntry Entry(Account account, SignInWay way, GrantChange change, OrgTree tree) => DirectoryAudit.Entry(
        clock.GetCurrentInstant(), Caller.System, "person.map-groups", "person:" + account.EmployeeNo,
        new { way, added = Views(change.Added, tree), taken = Views(change.Taken, tree), keptAsLastAdministrator = change.Kept.Count > 0 });

    private static GrantView[] Views(IReadOnlyList<Grant> grants, OrgTree tree) => [.. grants.Select(g => new GrantView(g.Permission, tree.Find(g.OrgUnit)?.Code))];
}
