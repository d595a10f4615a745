using System.Data.Common;
using Dapper;
using OnCall.Application.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>Writes roles, in either database.</summary>
public sealed class RoleStore(Database database) : IRoleStore
{
    private const int FirstAlias = 2;
    private readonly SqlText _sql = SqlText.For<RoleStore>(database.Provider);
    private readonly ContactMethodRows _methods = new(database);
    private readonly RosterStamp _stamp = new(database);

    public async Task<IReadOnlyDictionary<RoleAddress, RoleId>> OwnersAsync(IReadOnlyCollection<RoleAddress> addresses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var normalForms = addresses.Select(a => a.NormalForm).ToList();
        var owners = (await database.ReadAsync(c => c.QueryAsync<OwnerRow>(_sql["Owners"], new { normalForms }), cancellationToken))
            .ToDictionary(o => o.NormalForm, o => o.RoleId, StringComparer.Ordinal);
        return addresses.Where(a => owners.ContainsKey(a.NormalForm)).Distinct().ToDictionary(a => a, a => owners[a.NormalForm]);
    }

    public Task<SaveResult> SaveAsync(Role role, bool isNew, AuditEntry audit, CancellationToken cancellationToken) => database.SaveAsync(
        audit,
        async (connection, transaction) =>
        {
            await _stamp.BumpAsync(connection, transaction);
            await WriteAsync(connection, transaction, role, isNew);
        },
        cancellationToken);

    /// <summary>Writes the role within a transaction that is already going on.</summary>
    internal async Task WriteAsync(DbConnection connection, DbTransaction transaction, Role role, bool isNew)
    {
        await connection.ExecuteAsync(_sql[isNew ? "Insert" : "Update"], Values(role), transaction);
        await connection.ExecuteAsync(_sql["DeleteAddresses"], new { id = role.Id }, transaction);
        var addresses = RoleNames.Addresses(role);
        for (var i = 0; i < addresses.Count; i++)
        {
            var (address, field) = addresses[i];
            var ordinal = field switch { "code" => 0, "name" => 1, _ => FirstAlias + i };
            await connection.ExecuteAsync(_sql["InsertAddress"], new { normalForm = address.NormalForm, role = role.Id, written = address.Written, ordinal }, transaction);
        }

        await _methods.ReplaceAsync(connection, transaction, role.Id, role.ContactMethods);
    }

    private static object Values(Role role) => new
    {
        id = role.Id,
        code = role.Code,
        name = role.Name,
        orgUnit = role.OrgUnit,
        policy = role.Policy,
        fallbackRole = role.FallbackRole,
        coverage = CoverageJson.Write(role.Coverage),
        timeZone = role.TimeZone,
        demand = DemandJson.Write(role.Demand),
    };

    private sealed class OwnerRow
    {
        public string NormalForm { get; set; } = "";

        public RoleId RoleId { get; set; }
    }
}
