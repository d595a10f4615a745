using System.Data.Common;
using Dapper;
using OnCall.Application.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>Reads the directory, in either database.</summary>
public sealed class DirectoryReads(Database database, IOrgUnitStore units) : IDirectoryReads
{
    private readonly SqlText _sql = SqlText.For<DirectoryReads>(database.Provider);

    public async Task<Role?> FindRoleAsync(string address, CancellationToken cancellationToken) =>
        (await FindRolesAsync([address], cancellationToken))[0];

    public Task<IReadOnlyList<Role?>> FindRolesAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Role?>>(
        async connection =>
        {
            var forms = addresses.Select(a => RoleAddress.TryParse(a, out var written) ? written.NormalForm : null).ToList();
            var ids = (await database.Batches(forms.OfType<string>())
                    .GatherAsync(part => connection.QueryAsync<(string NormalForm, RoleId Role)>(_sql["RolesOfAddresses"], new { forms = part })))
                .ToDictionary(r => r.NormalForm, r => r.Role, StringComparer.Ordinal);
            var roles = (await RolesAsync(connection, [.. ids.Values.Distinct()])).ToDictionary(r => r.Id);
            return [.. forms.Select(f => f is not null && ids.TryGetValue(f, out var id) ? roles.GetValueOrDefault(id) : null)];
        },
        cancellationToken);

    public Task<IReadOnlyList<Role>> RolesAsync(IReadOnlyCollection<RoleId> roles, CancellationToken cancellationToken) =>
        roles.Count == 0 ? Task.FromResult<IReadOnlyList<Role>>([]) : database.ReadAsync(c => RolesAsync(c, roles), cancellationToken);

    public Task<IReadOnlyList<Role>> AllRolesAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Role>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<RoleRow>(_sql["AllRoles"], new { selfTest = SelfTest.Role });
            var aliases = await connection.QueryAsync<AliasRow>(_sql["AllAliases"]);
            var methods = await connection.QueryAsync<ContactMethodRow>(_sql["MethodsOfAllRoles"]);
            return [.. Roles(rows, aliases, methods).OrderBy(r => r.Name, StringComparer.Ordinal)];
        },
        cancellationToken);

    public Task<Person?> FindPersonAsync(string employeeNo, CancellationToken cancellationToken) => database.ReadAsync<Person?>(
        async connection => await connection.QuerySingleOrDefaultAsync<PersonId?>(_sql["PersonOfNumber"], new { employeeNo, selfTest = SelfTest.Person }) is { } person
            ? (await PeopleAsync(connection, null, [person])).SingleOrDefault()
            : null,
        cancellationToken);

    public Task<IReadOnlyList<Person>> PeopleAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        people.Count == 0 ? Task.FromResult<IReadOnlyList<Person>>([]) : database.ReadAsync(c => PeopleAsync(c, null, people), cancellationToken);

    public Task<IReadOnlyList<Person>> PeopleWhoMayAsync(Permission permission, CancellationToken cancellationToken) =>
        PeopleOfAsync("PeopleWhoMay", new { permission = permission.ToString() }, cancellationToken);

    public Task<IReadOnlyList<Person>> PeopleByVerifiedAddressAsync(string address, CancellationToken cancellationToken) =>
        PeopleOfAsync("PeopleByVerifiedAddress", new { address }, cancellationToken);

    public Task<IReadOnlyList<EscalationPolicy>> PoliciesAsync(IReadOnlyCollection<PolicyId> policies, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<EscalationPolicy>>(
            async connection =>
            [
                .. (await database.Batches(policies.Select(p => p.Value)).GatherAsync(ids => connection.QueryAsync<PolicyRow>(_sql["Policies"], new { ids })))
                    .Select(r => r.ToPolicy()),
            ],
            cancellationToken);

    public async Task<IReadOnlyList<OrgUnit>> UnitAndAboveAsync(OrgUnitId unit, CancellationToken cancellationToken) =>
        (await UnitsAndAboveAsync([unit], cancellationToken))[unit];

    public async Task<IReadOnlyDictionary<OrgUnitId, IReadOnlyList<OrgUnit>>> UnitsAndAboveAsync(IEnumerable<OrgUnitId> wanted, CancellationToken cancellationToken)
    {
        var each = wanted.ToHashSet();
        var tree = each.Count == 0 ? new OrgTree([]) : await units.TreeAsync(cancellationToken);
        return each.ToDictionary(u => u, u => (IReadOnlyList<OrgUnit>)[.. tree.Above(u).Select(id => tree.Find(id)).OfType<OrgUnit>()]);
    }

    private static IEnumerable<Role> Roles(IEnumerable<RoleRow> rows, IEnumerable<AliasRow> aliases, IEnumerable<ContactMethodRow> methods)
    {
        var aliasesOf = aliases.ToLookup(a => a.RoleId, a => a.Written);
        var methodsOf = methods.ToLookup(m => m.RoleId!.Value, m => m.ToMethod());
        return rows.Select(r => r.ToRole(aliasesOf[r.RoleId], methodsOf[r.RoleId]));
    }

    private Task<IReadOnlyList<Person>> PeopleOfAsync(string statement, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await PeopleAsync(connection, null, [.. await connection.QueryAsync<PersonId>(_sql[statement], parameters)]),
        cancellationToken);

    private async Task<IReadOnlyList<Role>> RolesAsync(DbConnection connection, IReadOnlyCollection<RoleId> roles)
    {
        var found = new List<Role>();
        foreach (var ids in database.Batches(roles))
        {
            var rows = await connection.QueryAsync<RoleRow>(_sql["Roles"], new { ids });
            var aliases = await connection.QueryAsync<AliasRow>(_sql["AliasesOfRoles"], new { ids });
            var methods = await connection.QueryAsync<ContactMethodRow>(_sql["MethodsOfRoles"], new { ids });
            found.AddRange(Roles(rows, aliases, methods));
        }

        return found;
    }

    /// <summary>People as a transaction sees them.</summary>
    internal async Task<IReadOnlyList<Person>> PeopleAsync(DbConnection connection, DbTransaction? transaction, IReadOnlyCollection<PersonId> people)
    {
        var found = new List<Person>();
        foreach (var ids in database.Batches(people))
        {
            var rows = await connection.QueryAsync<PersonRow>(_sql["People"], new { ids }, transaction);
            var methods = (await connection.QueryAsync<ContactMethodRow>(_sql["MethodsOfPeople"], new { ids }, transaction)).ToLookup(m => m.PersonId!.Value, m => m.ToMethod());
            found.AddRange(rows.Select(r => r.ToPerson(methods[r.PersonId])));
        }

        return found;
    }
}
