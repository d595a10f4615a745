using NodaTime;
using NodaTime.Text;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Timeline;

/// <summary>Rosters as they are drawn: who is on, what does not fit, and who changed it last.</summary>
public sealed class ReadTimeline(
    RosterSelection selection, IRosterPeople people, IOrgUnitStore units, IRosterUploads uploads, IClock clock)
{
    /// <summary>As many roles are drawn at once; a larger hospital chooses a unit.</summary>
    public const int MostRoles = 60;

    private const int MostChanges = 50;

    /// <param name="caller">Whose rosters: those that they may read.</param>
    /// <param name="orgUnit">The code of a unit: its roles and those below it; null or empty for all.</param>
    /// <param name="from">The first day, by each role's own wall clock.</param>
    /// <param name="days">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<TimelineView>> RunAsync(Caller caller, string? orgUnit, LocalDate from, int days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var query = new RosterQuery(orgUnit, null, LocalDatePattern.Iso.Format(from), LocalDatePattern.Iso.Format(from.PlusDays(days)));
        var selected = await selection.LoadAsync(caller, query, cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var tree = await units.TreeAsync(cancellationToken);
        var inOrder = UnitsOf(tree, [.. selected.Value.Roles.Where(s => s.Scope.Role.Code != Role.SelfTestCode)]).ToList();
        var shown = inOrder.SelectMany(u => u.Roles).Take(MostRoles).ToHashSet();
        var spans = shown.ToDictionary(s => s, s => RosterSpans.Of(RoleTimeline.Of(selected.Value.View.Of(s.Scope.Role.Id)), s.From, s.To));
        var names = await people.ByIdAsync(
            [.. spans.Values.SelectMany(s => s).SelectMany(s => new[] { s.Person, s.Because.InsteadOf ?? s.Person }).Distinct()], cancellationToken);
        var changes = await ChangesAsync(caller, [.. shown], cancellationToken);
        return new TimelineView(
            clock.GetCurrentInstant(),
            from,
            days,
            [.. inOrder.Select(u => new TimelineUnit(u.Unit?.Code, u.Unit?.Name, [.. u.Roles.Where(shown.Contains).Select(s => Draw(caller, s, selected.Value.View, spans[s], names))])).Where(u => u.Roles.Count > 0)],
            [.. tree.FromTheTop().Select(u => u.Unit)],
            changes,
            inOrder.Sum(u => u.Roles.Count) - shown.Count);
    }

    private static TimelineRole Draw(Caller caller, SelectedRole selected, RosterView view, IReadOnlyList<OnShift> spans, IReadOnlyDictionary<PersonId, RosterPerson> names)
    {
        var (scope, role) = (selected.Scope, selected.Scope.Role);
        var (bars, lanes) = BarLanes.Of(spans);
        var findings = RosterGap.Find(RoleTimeline.Of(view.Of(role.Id)), role.Coverage, scope.Zone, scope.Holidays, selected.From, selected.To);
        return new TimelineRole(
            new RoleName(role.Code, role.Name), scope.Zone, selected.From, selected.To, scope.MaySchedule(caller), [.. bars.Select(b => TimelineBar.Of(b.Span, b.Lane, names))], lanes, [.. findings]);
    }

    private static IEnumerable<(OrgUnit? Unit, IReadOnlyList<SelectedRole> Roles)> UnitsOf(OrgTree tree, IReadOnlyList<SelectedRole> roles)
    {
        var byUnit = roles.OrderBy(r => r.Scope.Role.Name, StringComparer.InvariantCulture).ToLookup(r => tree.Find(r.Scope.Role.OrgUnit)?.Id);
        return tree.FromTheTop().Select(u => ((OrgUnit?)u.Unit, (IReadOnlyList<SelectedRole>)[.. byUnit[u.Unit.Id]]))
            .Prepend((null, [.. byUnit[null]]))
            .Where(u => u.Item2.Count > 0);
    }

    /// <summary>Told to schedulers only: staff see who is on, not who planned it.</summary>
    private async Task<IReadOnlyList<RosterChange>> ChangesAsync(Caller caller, IReadOnlyCollection<SelectedRole> shown, CancellationToken cancellationToken)
    {
        var scheduled = shown.Where(s => s.Scope.MaySchedule(caller)).ToDictionary(s => s.Scope.Role.Id);
        if (scheduled.Count == 0)
        {
            return [];
        }

        var published = await uploads.PublishedOverAsync([.. scheduled.Keys], scheduled.Values.Min(s => s.From), scheduled.Values.Max(s => s.To), Instant.FromUnixTimeMilliseconds(0), cancellationToken);
        return
        [
            .. published.OrderByDescending(p => p.PublishedAt).Take(MostChanges)
                .Select(p => new RosterChange(new RoleName(scheduled[p.Role].Scope.Role.Code, scheduled[p.Role].Scope.Role.Name), p.CreatedBy, p.FileName, p.PublishedAt, p.Start, p.End)),
        ];
    }
}
