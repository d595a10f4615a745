using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Answers;

/// <summary>Where rosters do not fit the coverage of their roles: nobody on, too few, or two where one is meant.</summary>
public sealed class FindRosterGaps(RosterSelection selection)
{
    public async Task<Answer<ListOf<RosterFindingLine>>> RunAsync(Caller caller, RosterQuery query, CancellationToken cancellationToken)
    {
        var selected = await selection.LoadAsync(caller, query, cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var (roles, view) = selected.Value;
        var lines = roles.SelectMany(s => Lines(s, view)).OrderBy(l => l.Start).ThenBy(l => l.Role.Name, StringComparer.Ordinal);
        return new ListOf<RosterFindingLine>([.. lines], null);
    }

    private static IEnumerable<RosterFindingLine> Lines(SelectedRole selected, RosterView view)
    {
        var role = selected.Scope.Role;
        var timeline = RoleTimeline.Of(view.Of(role.Id));
        return RosterGap.Find(timeline, role.Coverage, selected.Scope.Zone, selected.Scope.Holidays, selected.From, selected.To)
            .Select(f => new RosterFindingLine(new RoleName(role.Code, role.Name), f.Kind, f.Start, f.End, f.People));
    }
}
