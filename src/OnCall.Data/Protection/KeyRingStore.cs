using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using NodaTime;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;

namespace OnCall.Data.Protection;

/// <summary>The keys that all nodes seal and open with, in either database.</summary>
internal sealed class KeyRingStore(Database database, KeyWraps wraps, IClock clock) : IXmlRepository
{
    private readonly SqlText _sql = SqlText.For<KeyRingStore>(database.Provider);

    // The framework knows no other way to ask than to wait. It does so at the start, and later on a thread of its own.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        // A command that asks beside the running program has no start of its own, and makes no key file.
        wraps.ReadOnce(hasKeys: true);
        return [.. AllAsync(CancellationToken.None).GetAwaiter().GetResult().Select(r => r.ToElement())];
    }

    /// <exception cref="KeyAlreadyMadeException">
    /// A key is there for the time from which this one is for. Nothing is stored, and the framework, which is not answered, does not use it: a key
    /// that only one node knows, or that takes the place of one that cannot be unwrapped now, would leave behind what nobody can read.
    /// </exception>
    public void StoreElement(XElement element, string friendlyName)
    {
        var row = KeyRow.Of(element, friendlyName, wraps.Name);
        if (!StoreAsync(row, "protection.make-key", CancellationToken.None).GetAwaiter().GetResult())
        {
            throw new KeyAlreadyMadeException();
        }
    }

    public Task<IReadOnlyList<KeyRow>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<KeyRow>>(
        async connection => [.. await connection.QueryAsync<KeyRow>(_sql["All"])], cancellationToken);

    /// <summary>A key that lay elsewhere; false when it is there already.</summary>
    public Task<bool> TakeOverAsync(KeyRow row, CancellationToken cancellationToken) => InsertAsync(row, false, "protection.take-over-key", cancellationToken);

    /// <summary>The same key, wrapped by another; nothing when another node was quicker.</summary>
    public Task<bool> RewrapAsync(KeyRow row, string before, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var values = new { id = row.Id, element = row.Element, wrappedBy = row.WrappedBy, before };
            if (await connection.ExecuteAsync(_sql["Rewrap"], values, transaction) == 0)
            {
                return false;
            }

            await AuditTrail.AppendAsync(connection, transaction, database, Entry("protection.rewrap-key", row));
            return true;
        },
        cancellationToken);

    private Task<bool> StoreAsync(KeyRow row, string action, CancellationToken cancellationToken) => InsertAsync(row, row.ActivatesAt is not null, action, cancellationToken);

    private Task<bool> InsertAsync(KeyRow row, bool guarded, string action, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            // Two that begin together write one after the other, and the second sees what the first wrote.
            await connection.ExecuteAsync(_sql["TakeTurn"], transaction: transaction);
            var values = new
            {
                id = row.Id,
                element = row.Element,
                wrappedBy = row.WrappedBy,
                activatesAt = row.ActivatesAt,
                expiresAt = row.ExpiresAt,
                now = clock.GetCurrentInstant(),
            };
            if (guarded
                && await connection.ExecuteScalarAsync<int>(_sql["Following"], new { activatesAt = row.ActivatesAt }, transaction) > 0
                && await connection.ExecuteScalarAsync<int>(_sql["Revocations"], transaction: transaction) == 0)
            {
                return false;
            }

            if (await connection.ExecuteAsync(_sql["Insert"], values, transaction) == 0)
            {
                return false;
            }

            await AuditTrail.AppendAsync(connection, transaction, database, Entry(action, row));
            return true;
        },
        cancellationToken);

    private AuditEntry Entry(string action, KeyRow row) => new(clock.GetCurrentInstant(), "system", action, row.Id, "{}");
}
