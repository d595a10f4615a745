using OnCall.Application.Directory;
using OnCall.Application.Rosters.Gaps;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Answers;

/// <summary>Where rosters do not fit the coverage of their roles: nobody on, too few, or two where one is meant.</summary>
public sealed class FindRosterGaps(RosterSelection selection, IGapWarnings warnings)
{
    public async Task<Answer<ListOf<RosterFindingLine>>> RunAsync(Caller caller, RosterQuery query, CancellationToken cancellationToken)
    {
        var selected = await selection.LoadAsync(caller, query, cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var (roles, view) = selected.Value;
        var warned = await WarnedAsync(caller, roles, cancellationToken);
        var lines = roles.SelectMany(s => Lines(s, view, s.Scope.MaySchedule(caller) ? warned[s.Scope.Role.Id] : null));
        return new ListOf<RosterFindingLine>([.. lines.OrderBy(l => l.Start).ThenBy(l => l.Role.Name, StringComparer.Ordinal)], null);
    }

    private async Task<ILookup<RoleId, GapWarning>> WarnedAsync(Caller caller, IReadOnlyList<SelectedRole> roles, CancellationToken cancellationToken)
    {
        var scheduled = roles.Where(s => s.Scope.MaySchedule(caller)).ToList();
        var all = scheduled.Count == 0 ? [] : await warnings.OfRolesAsync(
            [.. scheduled.Select(s => s.Scope.Role.Id)], scheduled.Min(s => s.From), scheduled.Max(s => s.To), cancellationToken);
        return all.ToLookup(w => w.Role);
    }

    private static IEnumerable<RosterFindingLine> Lines(SelectedRole selected, RosterView view, IEnumerable<GapWarning>? warned)
    {
        var role = selected.Scope.Role;
        var timeline = RoleTimeline.Of(view.Of(role.Id));
        return RosterGap.Find(timeline, role.Coverage, selected.Scope.Zone, selected.Scope.Holidays, selected.From, selected.To)
            .Select(f => new RosterFindingLine(new RoleName(role.Code, role.Name), f.Kind, f.Start, f.End, f.People, Warned(f, warned)));
    }

    private static IReadOnlyList<WarnedLine>? Warned(RosterFinding finding, IEnumerable<GapWarning>? warned) => warned is null ? null :
    [
        .. warned.Where(w => finding.Kind != RosterFindingKind.TooMany && w.Start < finding.End && !(w.End <= finding.Start))
            .OrderBy(w => w.At)
            .Select(w => new WarnedLine(
                LeadName.Of(w.Lead), w.At, [.. w.People.DistinctBy(p => p.Person).Select(p => new PersonName(p.EmployeeNo, p.Name))], w.HasReached)),
    ];
}
