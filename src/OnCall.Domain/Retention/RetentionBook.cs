using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Retention;

/// <summary>The rules, the holds and the units as one read of the database found them: decides what may go.</summary>
public sealed class RetentionBook(IReadOnlyCollection<RetentionRule> rules, IReadOnlyCollection<StandingHold> holds, OrgTree tree)
{
    private readonly Dictionary<(RetentionClass Class, OrgUnitId? Unit), RetentionRule> _rules = rules.ToDictionary(r => (r.Class, r.OrgUnit));

    public OrgTree Tree { get; } = tree;

    public IReadOnlyCollection<StandingHold> Holds { get; } = holds;

    /// <summary>The rule of the nearest unit, else that of the hospital, else what is usual; null keeps for ever.</summary>
    public int? DaysOf(RetentionClass what, OrgUnitId? unit)
    {
        foreach (var above in Tree.Above(unit))
        {
            if (_rules.TryGetValue((what, above), out var rule))
            {
                return rule.Days;
            }
        }

        return _rules.TryGetValue((what, null), out var whole) ? whole.Days : RetentionLimits.UsualDays(what);
    }

    /// <summary>Nothing of the class that ended later than this can go by any rule; null when nothing of it goes at all.</summary>
    public Instant? LatestEnd(RetentionClass what, Instant now)
    {
        var days = _rules.Values.Where(r => r.Class == what && r.Days is not null).Select(r => r.Days!.Value).Append(DaysOf(what, null) ?? int.MaxValue).Min();
        return days == int.MaxValue ? null : now - Duration.FromDays(days);
    }

    public RetentionVerdict Decide(RetentionClass what, KeptItem item, Instant now)
    {
        ArgumentNullException.ThrowIfNull(item);
        var unit = item.Units.Count > 0 ? item.Units[0] : null;
        var all = item.Units.DefaultIfEmpty(null).Select(u => DaysOf(what, u)).ToList();
        int? days = all.Contains(null) ? null : all.Max();
        if (days is not { } known || item.At > now - Duration.FromDays(known))
        {
            return new RetentionVerdict(RetentionFate.Stays, unit, days, null);
        }

        return HoldOn(item) is { } hold
            ? new RetentionVerdict(RetentionFate.Held, unit, days, hold.Id)
            : new RetentionVerdict(RetentionFate.Goes, unit, days, null);
    }

    /// <summary>The same as if a rule stood.</summary>
    public RetentionBook With(RetentionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new RetentionBook([.. _rules.Values.Where(r => (r.Class, r.OrgUnit) != (rule.Class, rule.OrgUnit)), rule], Holds, Tree);
    }

    private StandingHold? HoldOn(KeptItem item)
    {
        var units = item.Units.SelectMany(u => Tree.Above(u)).ToHashSet();
        return Holds.FirstOrDefault(h => (h.On.Page is { } page && page == item.Page)
            || (h.On.Person is { } person && (item.NamesUnknownPeople || item.People.Contains(person)))
            || (h.On.OrgUnit is { } unit && units.Contains(unit)));
    }
}
