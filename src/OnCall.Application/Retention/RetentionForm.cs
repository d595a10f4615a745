using OnCall.Application.Directory;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;

namespace OnCall.Application.Retention;

/// <summary>Reads a rule as written.</summary>
internal static class RetentionForm
{
    internal static Refusal UnknownClass(string what) =>
        Refusal.Invalid(new InputProblem("class", $"Give one of: {Written.All<RetentionClass>()}.", what));

    internal static (RetentionRule? Rule, IReadOnlyList<InputProblem> Problems) Read(string what, RetentionRuleBody body, OrgTree tree)
    {
        if (!Written.TryRead<RetentionClass>(what, out var known))
        {
            return (null, UnknownClass(what).Errors);
        }

        var unit = body.OrgUnit is { } code ? tree.Find(code) : null;
        if (body.OrgUnit is not null && unit is null)
        {
            return (null, [DirectoryProblems.NoUnit("orgUnit", body.OrgUnit)]);
        }

        return (body.Days, body.Forever ?? false) switch
        {
            (null, true) => (new RetentionRule(known, unit?.Id, null), []),
            ({ } days, false) when days >= RetentionLimits.LeastDays(known) && days <= RetentionLimits.MostDays => (new RetentionRule(known, unit?.Id, days), []),
            ({ }, false) => (null, [new InputProblem("days", $"From {RetentionLimits.LeastDays(known)} to {RetentionLimits.MostDays} for this class.")]),
            _ => (null, [new InputProblem("days", "Give days, or forever: true, and not both.")]),
        };
    }

    internal static RetentionRuleView View(StoredRetentionRule stored, OrgTree tree) => new(
        Written.Of(stored.Rule.Class), tree.Find(stored.Rule.OrgUnit)?.Code, stored.Rule.Days, RetentionLimits.LeastDays(stored.Rule.Class), stored.UpdatedAt, stored.UpdatedBy);
}
