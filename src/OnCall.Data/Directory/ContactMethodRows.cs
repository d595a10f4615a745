using System.Data.Common;
using Dapper;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>Writes the contact methods of one owner as a whole.</summary>
internal sealed class ContactMethodRows(Database database)
{
    private readonly SqlText _sql = SqlText.For<ContactMethodRows>(database.Provider);

    /// <summary>Whether a person's are still those, within a transaction that has taken the person's row.</summary>
    internal async Task<bool> AreAsync(DbConnection connection, DbTransaction transaction, PersonId person, IReadOnlyList<ContactMethod> before) =>
        (await connection.QueryAsync<ContactMethodRow>(_sql["OfPerson"], new { person }, transaction))
            .Select(r => r.ToMethod()).SequenceEqual(before.Select(m => m with { OptedOut = false }));

    internal async Task ReplaceAsync(DbConnection connection, DbTransaction transaction, PersonId person, IReadOnlyList<ContactMethod> methods)
    {
        await connection.ExecuteAsync(_sql["DeleteOfPerson"], new { person }, transaction);
        await InsertAsync(connection, transaction, person, null, methods);
        await connection.ExecuteAsync(_sql["ForgetChecks"], new { person }, transaction);
    }

    internal async Task ReplaceAsync(DbConnection connection, DbTransaction transaction, RoleId role, IReadOnlyList<ContactMethod> methods)
    {
        await connection.ExecuteAsync(_sql["DeleteOfRole"], new { role }, transaction);
        await InsertAsync(connection, transaction, null, role, methods);
    }

    private async Task InsertAsync(DbConnection connection, DbTransaction transaction, PersonId? person, RoleId? role, IReadOnlyList<ContactMethod> methods)
    {
        for (var ordinal = 0; ordinal < methods.Count; ordinal++)
        {
            var method = methods[ordinal];
            if (person is not null && DeviceAddress.IsOne(method.Address))
            {
                // Only its owner adds, verifies or removes it, perhaps in this moment.
                await connection.ExecuteAsync(_sql["PlaceDevice"], new { person, ordinal, address = method.Address }, transaction);
                continue;
            }

            await connection.ExecuteAsync(
                _sql["Insert"],
                new { id = method.Id, person, role, ordinal, kind = method.Kind.ToString(), address = method.Address, verified = method.Verified },
                transaction);
        }
    }
}
