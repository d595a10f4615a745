using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>How long everything is kept: each class for the whole hospital, and what units say otherwise.</summary>
public sealed class ReadRetentionRules(IRetentionRules rules, IOrgUnitStore units)
{
    /// <summary>Whether this caller sees anything of retention.</summary>
    public static bool IsFor(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return RetentionAccess.IsReader(caller);
    }

    public async Task<Answer<ListOf<RetentionRuleView>>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!RetentionAccess.IsReader(caller))
        {
            return RetentionAccess.NotReader();
        }

        var tree = await units.TreeAsync(cancellationToken);
        var stored = (await rules.AllAsync(cancellationToken)).Select(r => RetentionForm.View(r, tree)).ToList();
        var usual = Enum.GetValues<RetentionClass>()
            .Where(c => !stored.Any(s => s.Class == Written.Of(c) && s.OrgUnit is null))
            .Select(c => new RetentionRuleView(Written.Of(c), null, RetentionLimits.UsualDays(c), RetentionLimits.LeastDays(c), null, null));
        var order = Enum.GetValues<RetentionClass>().Select(Written.Of).ToList();
        return new ListOf<RetentionRuleView>([.. stored.Concat(usual).OrderBy(r => order.IndexOf(r.Class)).ThenBy(r => r.OrgUnit, StringComparer.Ordinal)], null);
    }
}
