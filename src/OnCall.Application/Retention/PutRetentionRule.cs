using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;

namespace OnCall.Application.Retention;

/// <summary>Says how long a class is kept in a unit and below it, or takes that back.</summary>
public sealed class PutRetentionRule(IRetentionRules rules, IOrgUnitStore units, IClock clock)
{
    public async Task<Answer<RetentionRuleView>> RunAsync(Caller caller, string what, RetentionRuleBody body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(body);
        if (!RetentionAccess.IsReader(caller))
        {
            return RetentionAccess.NotAdministrator();
        }

        var tree = await units.TreeAsync(cancellationToken);
        var (rule, problems) = RetentionForm.Read(what, body, tree);
        if (rule is null)
        {
            return Refusal.Invalid(problems);
        }

        if (!caller.May(Permission.Admin, tree.Above(rule.OrgUnit)))
        {
            return RetentionAccess.NotAdministrator();
        }

        var now = clock.GetCurrentInstant();
        var stored = new StoredRetentionRule(rule, now, caller.Key);
        var detail = new { days = rule.Days };
        await rules.PutAsync(stored, DirectoryAudit.Entry(now, caller, "retention-rule.put", SubjectOf(rule.Class, rule.OrgUnit, tree), detail), cancellationToken);
        return RetentionForm.View(stored, tree);
    }

    /// <summary>From then on the rule of the unit above holds, or what holds without any.</summary>
    public async Task<Answer<bool>> RemoveAsync(Caller caller, string what, string? orgUnit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!RetentionAccess.IsReader(caller))
        {
            return RetentionAccess.NotAdministrator();
        }

        var tree = await units.TreeAsync(cancellationToken);
        if (!Written.TryRead<RetentionClass>(what, out var known))
        {
            return RetentionForm.UnknownClass(what);
        }

        var unit = string.IsNullOrEmpty(orgUnit) ? null : tree.Find(orgUnit);
        if (!string.IsNullOrEmpty(orgUnit) && unit is null)
        {
            return Refusal.Invalid(DirectoryProblems.NoUnit("orgUnit", orgUnit));
        }

        if (!caller.May(Permission.Admin, tree.Above(unit?.Id)))
        {
            return RetentionAccess.NotAdministrator();
        }

        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "retention-rule.remove", SubjectOf(known, unit?.Id, tree), new { });
        return await rules.RemoveAsync(known, unit?.Id, audit, cancellationToken)
            ? true
            : DirectoryProblems.Unknown("unknown-retention-rule", "No such rule", "Nobody has said how long this is kept here. What holds comes from above.");
    }

    private static string SubjectOf(RetentionClass what, OrgUnitId? unit, OrgTree tree) =>
        $"retention-rule:{Written.Of(what)}" + (tree.Find(unit) is { } known ? $"@{known.Code}" : "");
}
