using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Answers;

/// <summary>Finds the roles that a query means and its caller may read, with the time that it asks for in each role's zone.</summary>
public sealed class RosterSelection(IDirectoryReads directory, IRosterReads rosters, RoleFinder roles, RoleScopes scopes, IClock clock)
{
    private static readonly Duration Usual = Duration.FromDays(7);
    private static readonly Duration Longest = Duration.FromDays(93);

    /// <summary>The roles with their rosters, over all the time that is asked for of any of them.</summary>
    internal async Task<Answer<SelectedRosters>> LoadAsync(Caller caller, RosterQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(query);
        var selected = await FindAsync(caller, query, cancellationToken);
        return !selected.Ok ? selected.Refusal
            : selected.Value.Length == 0 ? SelectedRosters.None
            : new SelectedRosters(
                selected.Value,
                await rosters.LoadAsync(
                    [.. selected.Value.Select(s => s.Scope.Role.Id)], selected.Value.Min(s => s.From), selected.Value.Max(s => s.To), cancellationToken));
    }

    /// <summary>The roles alone.</summary>
    internal async Task<Answer<SelectedRole[]>> FindAsync(Caller caller, RosterQuery query, CancellationToken cancellationToken)
    {
        if (Problems(query) is { Count: > 0 } problems)
        {
            return Refusal.Invalid([.. problems]);
        }

        IReadOnlyList<Role> wanted;
        if (string.IsNullOrWhiteSpace(query.Role))
        {
            wanted = await directory.AllRolesAsync(cancellationToken);
        }
        else
        {
            var found = await roles.FindAsync(query.Role, cancellationToken);
            if (!found.Ok)
            {
                return found.Refusal;
            }

            wanted = [found.Value];
        }

        var all = await scopes.OfAsync(wanted, cancellationToken);
        var units = await UnitsAsync(query.OrgUnit, all.Values, cancellationToken);
        if (units is { Count: 0 })
        {
            return Refusal.Invalid(new InputProblem("orgUnit", "No role belongs to a unit with this code.", query.OrgUnit));
        }

        var readable = wanted.Select(r => all[r.Id]).Where(s => s.MayRead(caller) && (units is null || s.UnitAndAbove.Any(units.Contains))).ToList();
        if (readable.Count == 0 && !string.IsNullOrWhiteSpace(query.Role))
        {
            return Refusal.Forbidden($"Your permissions do not reach the roster of '{wanted[0].Name}'.");
        }

        var selected = readable.ConvertAll(s => Select(s, query));
        return selected.Find(s => s.To <= s.From || s.To - s.From > Longest) is { } wrong
            ? Refusal.Invalid(new InputProblem("to", wrong.To <= wrong.From ? "'to' must be after 'from'." : "At most 93 days are answered at once.", query.To))
            : selected.ToArray();
    }

    private static List<InputProblem> Problems(RosterQuery query)
    {
        var problems = new List<InputProblem>();
        if (!string.IsNullOrEmpty(query.From) && !RosterTimes.IsTime(query.From))
        {
            problems.Add(new InputProblem("from", RosterTimes.Advice, query.From));
        }

        if (!string.IsNullOrEmpty(query.To) && !RosterTimes.IsTime(query.To))
        {
            problems.Add(new InputProblem("to", RosterTimes.Advice, query.To));
        }

        return problems;
    }

    private async Task<HashSet<OrgUnitId>?> UnitsAsync(string? code, IEnumerable<RoleScope> all, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        var above = await directory.UnitsAndAboveAsync(all.Select(s => s.Role.OrgUnit).OfType<OrgUnitId>(), cancellationToken);
        return [.. above.Values.SelectMany(u => u).Where(u => string.Equals(u.Code, code.Trim(), StringComparison.OrdinalIgnoreCase)).Select(u => u.Id)];
    }

    private SelectedRole Select(RoleScope scope, RosterQuery query)
    {
        var from = string.IsNullOrEmpty(query.From) ? clock.GetCurrentInstant() : RosterTimes.At(query.From, scope.Clock);
        return new SelectedRole(scope, from, string.IsNullOrEmpty(query.To) ? from + Usual : RosterTimes.At(query.To, scope.Clock));
    }
}
