using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Roles;

namespace OnCall.Application.Tests.Support;

/// <summary>Counts what is read of roles and people.</summary>
/// <param name="without">The address of a role that is not found any more; null for none.</param>
internal sealed class CountingDirectory(IDirectoryReads inner, string? without = null) : IDirectoryReads
{
    private Func<Task>? _afterPeople;

    public int Reads { get; private set; }

    /// <summary>Something that happens once, just after people were read.</summary>
    public Func<Task> AfterPeople
    {
        set => _afterPeople = value;
    }

    public Task<Role?> FindRoleAsync(string address, CancellationToken cancellationToken)
    {
        Reads++;
        return inner.FindRoleAsync(address, cancellationToken);
    }

    public async Task<IReadOnlyList<Role?>> FindRolesAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        Reads++;
        return [.. (await inner.FindRolesAsync(addresses, cancellationToken)).Select((role, i) => addresses[i] == without ? null : role)];
    }

    public Task<IReadOnlyList<Role>> RolesAsync(IReadOnlyCollection<RoleId> roles, CancellationToken cancellationToken)
    {
        Reads++;
        return inner.RolesAsync(roles, cancellationToken);
    }

    public async Task<IReadOnlyList<Person>> PeopleAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        Reads++;
        var found = await inner.PeopleAsync(people, cancellationToken);
        if (Interlocked.Exchange(ref _afterPeople, null) is { } happen)
        {
            await happen();
        }

        return found;
    }

    public Task<IReadOnlyList<Role>> AllRolesAsync(CancellationToken cancellationToken) => inner.AllRolesAsync(cancellationToken);

    public Task<Person?> FindPersonAsync(string employeeNo, CancellationToken cancellationToken) => inner.FindPersonAsync(employeeNo, cancellationToken);

    public Task<IReadOnlyList<Person>> PeopleWhoMayAsync(Permission permission, CancellationToken cancellationToken) => inner.PeopleWhoMayAsync(permission, cancellationToken);

    public Task<IReadOnlyList<Person>> PeopleByVerifiedAddressAsync(string address, CancellationToken cancellationToken) =>
        inner.PeopleByVerifiedAddressAsync(address, cancellationToken);

    public Task<IReadOnlyList<EscalationPolicy>> PoliciesAsync(IReadOnlyCollection<PolicyId> policies, CancellationToken cancellationToken) =>
        inner.PoliciesAsync(policies, cancellationToken);

    public Task<IReadOnlyList<OrgUnit>> UnitAndAboveAsync(OrgUnitId unit, CancellationToken cancellationToken) => inner.UnitAndAboveAsync(unit, cancellationToken);

    public Task<IReadOnlyDictionary<OrgUnitId, IReadOnlyList<OrgUnit>>> UnitsAndAboveAsync(IEnumerable<OrgUnitId> wanted, CancellationToken cancellationToken) =>
        inner.UnitsAndAboveAsync(wanted, cancellationToken);
}
