using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Reads the directory from the database itself.</summary>
public interface IDirectoryReads
{
    /// <summary>The role with that code, name or alias, matched in normal form; null when there is none.</summary>
    Task<Role?> FindRoleAsync(string address, CancellationToken cancellationToken);

    /// <summary>What <see cref="FindRoleAsync"/> answers for each of several addresses, in their order.</summary>
    Task<IReadOnlyList<Role?>> FindRolesAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken);

    /// <summary>These roles, with their contact methods; unknown ids are left out.</summary>
    Task<IReadOnlyList<Role>> RolesAsync(IReadOnlyCollection<RoleId> roles, CancellationToken cancellationToken);

    /// <summary>Every role, by name.</summary>
    Task<IReadOnlyList<Role>> AllRolesAsync(CancellationToken cancellationToken);

    /// <summary>The person with that employee number, active or not; null when there is none.</summary>
    Task<Person?> FindPersonAsync(string employeeNo, CancellationToken cancellationToken);

    /// <summary>These people, active or not, with their contact methods; unknown ids are left out.</summary>
    Task<IReadOnlyList<Person>> PeopleAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken);

    /// <summary>The active people who hold that permission for the whole hospital or any part of it.</summary>
    Task<IReadOnlyList<Person>> PeopleWhoMayAsync(Permission permission, CancellationToken cancellationToken);

    /// <summary>The active people whose verified contact method of any kind has that address, compared exactly.</summary>
    Task<IReadOnlyList<Person>> PeopleByVerifiedAddressAsync(string address, CancellationToken cancellationToken);

    /// <summary>These policies; unknown ids are left out.</summary>
    Task<IReadOnlyList<EscalationPolicy>> PoliciesAsync(IReadOnlyCollection<PolicyId> policies, CancellationToken cancellationToken);

    /// <summary>The unit and all above it, nearest first.</summary>
    Task<IReadOnlyList<OrgUnit>> UnitAndAboveAsync(OrgUnitId unit, CancellationToken cancellationToken);

    /// <summary>The same of several units, each once, in one read; none for none.</summary>
    Task<IReadOnlyDictionary<OrgUnitId, IReadOnlyList<OrgUnit>>> UnitsAndAboveAsync(IEnumerable<OrgUnitId> wanted, CancellationToken cancellationToken);
}
