using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Timeline;

/// <summary>One stretch of a role's roster, and the role itself, for who may change it.</summary>
public sealed class ReadStretch(RoleFinder roles, RoleScopes scopes, IRosterReads rosters, IRosterPeople people, RosterSnapshots snapshots, IClock clock)
{
    private static readonly Duration Around = Duration.FromDays(31);

    private static readonly Refusal Gone = new(
        RefusalKind.NotFound, "unknown-shift", "No such shift", "Nobody of that number is on the role then. It may have been changed meanwhile: look at the roster again.");

    /// <param name="caller">A scheduler of the role.</param>
    /// <param name="role">Any of its names.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<RolePlace>> RoleAsync(Caller caller, string? role, CancellationToken cancellationToken)
    {
        var found = await ScopeAsync(caller, role, cancellationToken);
        return found.Ok ? new RolePlace(Name(found.Value.Role), found.Value.Zone, await ColleaguesAsync(found.Value.Role, cancellationToken)) : found.Refusal;
    }

    /// <inheritdoc cref="RoleAsync"/>
    /// <param name="person">The employee number of whoever is on.</param>
    /// <param name="at">An instant within the stretch.</param>
    public async Task<Answer<StretchView>> RunAsync(Caller caller, string? role, string? person, Instant at, CancellationToken cancellationToken)
    {
        var found = await ScopeAsync(caller, role, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var scope = found.Value;
        var roster = (await rosters.LoadAsync([scope.Role.Id], at - Around, at + Around, cancellationToken)).Of(scope.Role.Id);
        var spans = RosterSpans.Of(RoleTimeline.Of(roster), at, at + Duration.Epsilon);
        var names = await people.ByIdAsync([.. spans.SelectMany(s => new[] { s.Person, s.Because.InsteadOf ?? s.Person }).Distinct()], cancellationToken);
        var span = spans.FirstOrDefault(s => string.Equals(names.GetValueOrDefault(s.Person)?.EmployeeNo, person, StringComparison.OrdinalIgnoreCase));
        if (span is null)
        {
            return Gone;
        }

        var shift = span.Because.Cover is null ? roster.Shifts.FirstOrDefault(s => s.Person == span.Person && s.Tier == span.Tier && s.Start <= at && at < s.End) : null;
        return new StretchView(
            Name(scope.Role), scope.Zone, TimelineBar.Of(span, 0, names), shift?.Start, shift?.End, clock.GetCurrentInstant(), await ColleaguesAsync(scope.Role, cancellationToken));
    }

    private static RoleName Name(Role role) => new(role.Code, role.Name);

    private async Task<Answer<RoleScope>> ScopeAsync(Caller caller, string? role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (string.IsNullOrWhiteSpace(role))
        {
            return Refusal.Invalid(new InputProblem("role", "Name the role by its code, name or alias."));
        }

        var found = await roles.FindAsync(role, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var scope = await scopes.OfAsync(found.Value, cancellationToken);
        return scope.MaySchedule(caller) ? scope : RosterRefusals.NotScheduler(scope.Role.Name);
    }

    private async Task<IReadOnlyList<PersonName>> ColleaguesAsync(Role role, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.CurrentAsync(cancellationToken);
        var ids = snapshot.Roles.Where(r => r.OrgUnit == role.OrgUnit)
            .SelectMany(r => snapshot.TimelineOf(r.Id).Segments)
            .SelectMany(s => s.Responders)
            .Select(r => r.Person)
            .ToHashSet();
        return [.. ids.Select(id => snapshot.People.GetValueOrDefault(id)).OfType<RosterPerson>().OrderBy(p => p.Name, StringComparer.InvariantCulture).Select(PersonName.Of)];
    }
}
