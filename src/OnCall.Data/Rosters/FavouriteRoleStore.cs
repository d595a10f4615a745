using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Rosters.Search;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Data.Rosters;

/// <summary>The roles that people marked, in either database.</summary>
public sealed class FavouriteRoleStore(Database database) : IFavouriteRoles
{
    private readonly SqlText _sql = SqlText.For<FavouriteRoleStore>(database.Provider);

    public Task<IReadOnlyList<RoleId>> OfAsync(PersonId person, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RoleId>>(
        async connection => [.. await connection.QueryAsync<RoleId>(_sql["OfPerson"], new { person })], cancellationToken);

    public async Task AddAsync(PersonId person, RoleId role, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync("Add", new { person, role, now }, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Marked twice at once.
        }
    }

    public Task RemoveAsync(PersonId person, RoleId role, CancellationToken cancellationToken) => WriteAsync("Remove", new { person, role }, cancellationToken);

    private Task<int> WriteAsync(string statement, object values, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(_sql[statement], values, transaction), cancellationToken);
}
