using System.Data.Common;
using Dapper;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;

namespace OnCall.Data.Directory;

/// <summary>A person as a caller, with what they may do now: whatever they came in by.</summary>
internal sealed class PersonCallers(Database database)
{
    private readonly SqlText _sql = SqlText.For<PersonCallers>(database.Provider);

    internal async Task<Caller> OfAsync(DbConnection connection, PersonId person, string employeeNo, string name, CancellationToken cancellationToken)
    {
        var grants = await connection.QueryAsync<GrantRow>(new CommandDefinition(_sql["Grants"], new { person }, cancellationToken: cancellationToken));
        return new Caller("person:" + employeeNo, person, name, [.. grants.Select(g => g.ToGrant())]);
    }

    /// <summary>What they may, as a transaction sees it.</summary>
    internal async Task<IReadOnlyList<Grant>> GrantsAsync(DbConnection connection, DbTransaction transaction, PersonId person) =>
        [.. (await connection.QueryAsync<GrantRow>(_sql["Grants"], new { person }, transaction)).Select(g => g.ToGrant())];
}
