using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Simulation.Tests.Houses;

/// <summary>A small hospital as a run finds it.</summary>
/// <param name="Kinds">The ways out of the building that it has.</param>
/// <param name="Desk">The dispatchers' own role; it is among <paramref name="Roles"/> too.</param>
internal sealed record House(
    IReadOnlyList<ContactMethodKind> Kinds,
    IReadOnlyList<Person> People,
    IReadOnlyDictionary<PersonId, Grant> Grants,
    IReadOnlyList<EscalationPolicy> Policies,
    Role Desk,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<NewShift> Shifts)
{
    public Person Find(PersonId person) => People.First(p => p.Id == person);

    /// <summary>The caller that a person's key makes.</summary>
    public Caller CallerOf(Person person) =>
        new($"person:{person.EmployeeNo}", person.Id, person.Name, Grants.TryGetValue(person.Id, out var grant) ? [grant] : [new Grant(Permission.Staff, null)]);
}
