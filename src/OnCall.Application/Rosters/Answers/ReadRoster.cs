using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Answers;

/// <summary>The rosters as they are resolved: covers laid over shifts, nobody inactive.</summary>
public sealed class ReadRoster(RosterSelection selection, IRosterPeople people)
{
    public async Task<Answer<ListOf<RosterLine>>> RunAsync(Caller caller, RosterQuery query, CancellationToken cancellationToken)
    {
        var selected = await selection.LoadAsync(caller, query, cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var (roles, view) = selected.Value;
        var spans = roles
            .SelectMany(s => RosterSpans.Of(RoleTimeline.Of(view.Of(s.Scope.Role.Id)), s.From, s.To).Select(span => (s.Scope.Role, Span: span)))
            .ToList();
        var ids = spans.SelectMany(s => new[] { s.Span.Person, s.Span.Because.InsteadOf ?? s.Span.Person }).ToHashSet();
        var names = await people.ByIdAsync(ids, cancellationToken);
        return new ListOf<RosterLine>([.. spans.OrderBy(s => s.Span.Since).ThenBy(s => s.Role.Name, StringComparer.Ordinal).Select(s => Line(s.Role, s.Span, names))], null);
    }

    private static RosterLine Line(Role role, OnShift span, IReadOnlyDictionary<Domain.Directory.PersonId, RosterPerson> names) => new(
        new RoleName(role.Code, role.Name),
        PersonName.Of(names.GetValueOrDefault(span.Person)),
        span.Tier,
        span.Since,
        span.Until,
        span.Because.Label,
        Because.Of(span.Because, names));
}
