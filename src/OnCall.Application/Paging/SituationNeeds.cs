using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Roles;

namespace OnCall.Application.Paging;

/// <summary>The roles and people that a decision may touch beyond those on shift.</summary>
public sealed record SituationNeeds(IReadOnlyCollection<RoleId> Roles, IReadOnlyCollection<PersonId> People)
{
    /// <summary>What the next decision on a page may need.</summary>
    public static SituationNeeds Of(Escalation escalation)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        return Of(escalation.Role, escalation.Steps, escalation.Reached.Select(p => p.Role), escalation.Responders.Select(r => r.Person));
    }

    /// <summary>What the first decision on a page may need.</summary>
    public static SituationNeeds Of(RoleId role, EscalationPolicy? policy) => Of(role, policy?.Steps ?? [], [], []);

    /// <summary>What the next decisions on several pages may need.</summary>
    public static SituationNeeds Of(IEnumerable<Escalation> escalations)
    {
        ArgumentNullException.ThrowIfNull(escalations);
        var (roles, people) = (new HashSet<RoleId>(), new HashSet<PersonId>());

        // Pages of one policy hold one list of steps.
        var seen = new HashSet<IReadOnlyList<Step>>(ReferenceEqualityComparer.Instance);
        foreach (var escalation in escalations)
        {
            roles.Add(escalation.Role);
            foreach (var post in escalation.Reached)
            {
                roles.Add(post.Role);
            }

            foreach (var responder in escalation.Responders)
            {
                people.Add(responder.Person);
            }

            if (seen.Add(escalation.Steps))
            {
                var targets = Of(escalation.Role, escalation.Steps, [], []);
                roles.UnionWith(targets.Roles);
                people.UnionWith(targets.People);
            }
        }

        return new SituationNeeds(roles, people);
    }

    public SituationNeeds And(SituationNeeds other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new([.. Roles, .. other.Roles], [.. People, .. other.People]);
    }

    private static SituationNeeds Of(RoleId role, IReadOnlyList<Step> steps, IEnumerable<RoleId> reached, IEnumerable<PersonId> responders)
    {
        var targets = steps.SelectMany(s => s.Targets).ToList();
        return new(
            [role, .. targets.Where(t => t.Role is not null).Select(t => t.Role!.Value), .. reached],
            [.. targets.Where(t => t.Person is not null).Select(t => t.Person!.Value), .. responders]);
    }
}
