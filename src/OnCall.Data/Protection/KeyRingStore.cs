using System.Data.Common;
using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Sealing;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;

namespace OnCall.Data.Protection;

/// <summary>The keys that all nodes seal and open with, in either database.</summary>
internal sealed class KeyRingStore(Database database, KeyWraps wraps, IActivator activator, IClock clock, ILogger<KeyRingStore> log) : IXmlRepository, ISealingKeys
{
    // The framework lets keys seal that begin so soon.
    private static readonly Duration Skew = Duration.FromMinutes(5);

    private readonly SqlText _sql = SqlText.For<KeyRingStore>(database.Provider);

    // The framework knows no other way to ask than to wait. It does so at the start, and later on a thread of its own.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        // A command that asks beside the running program has no start of its own, and makes no key file.
        wraps.ReadOnce(hasKeys: true);
        var rows = AllAsync(CancellationToken.None).GetAwaiter().GetResult().ToLookup(wraps.IsOurs);
        foreach (var strange in rows[false].Where(_ => rows[true].Any()))
        {
            log.LogCritical("The key {Key} in the table protection_key is not as OnCall wrote it, and is not used: somebody put it there, or changed it. See docs/security.md.", strange.Id);
        }

        if (rows[false].Any() && !rows[true].Any())
        {
            log.LogCritical("None of the keys in the table protection_key is marked by what this node has ({Names}): it goes on with those that it knows. Restart it with the key file or certificate of the others.", string.Join(", ", wraps.Names));
        }

        return [.. rows[true].Select(r => r.ToElement())];
    }

    /// <exception cref="KeyAlreadyMadeException">
    /// A key is there for the time from which this one is for. Nothing is stored, and the framework, which is not answered, does not use it: a key
    /// that only one node knows, or that takes the place of one that cannot be unwrapped now, would leave behind what nobody can read.
    /// </exception>
    public void StoreElement(XElement element, string friendlyName)
    {
        var row = KeyRow.Of(element, friendlyName, wraps);
        if (!InsertAsync(row, there => row.ActivatesAt is { } from && IsFollowed(there, from), "protection.make-key", CancellationToken.None).GetAwaiter().GetResult())
        {
            throw new KeyAlreadyMadeException();
        }
    }

    public Task<IReadOnlyList<KeyRow>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<KeyRow>>(
        async connection => [.. await connection.QueryAsync<KeyRow>(_sql["All"])], cancellationToken);

    public async Task<IReadOnlyList<string>> StrangersAsync(CancellationToken cancellationToken)
    {
        wraps.ReadOnce(hasKeys: true);
        var rows = (await AllAsync(cancellationToken)).ToLookup(wraps.IsOurs);

        // A node that was left with the former key file knows none, and has nothing to say of the others.
        return [.. rows[false].Where(r => rows[true].Any() || r.MarkedBy is null || wraps.Names.Contains(r.MarkedBy)).Select(r => r.Id)];
    }

    public async Task<StrangeKeyOutcome> AcceptAsync(string id, CancellationToken cancellationToken)
    {
        wraps.ReadOnce(hasKeys: true);
        if ((await AllAsync(cancellationToken)).FirstOrDefault(r => r.Id == id && !wraps.IsOurs(r)) is not { } row)
        {
            return StrangeKeyOutcome.NoSuchKey;
        }

        if (WrappedKey.TryUnwrap(row, activator) is not { } plain)
        {
            return StrangeKeyOutcome.NotWrappedByUs;
        }

        return await ChangeAsync(KeyRow.Of(WrappedKey.Wrap(WrappedKey.Ended(plain, clock.GetCurrentInstant()), wraps), id, wraps), row.Element, "protection.accept-key", cancellationToken)
            ? StrangeKeyOutcome.Done
            : StrangeKeyOutcome.NoSuchKey;
    }

    public async Task<StrangeKeyOutcome> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        wraps.ReadOnce(hasKeys: true);
        return (await AllAsync(cancellationToken)).FirstOrDefault(r => r.Id == id && !wraps.IsOurs(r)) is { } row
            && await WriteAsync("Remove", row, row.Element, "protection.remove-key", cancellationToken)
                ? StrangeKeyOutcome.Done
                : StrangeKeyOutcome.NoSuchKey;
    }

    /// <summary>A key that lay elsewhere; false when it is there already.</summary>
    public Task<bool> TakeOverAsync(KeyRow row, CancellationToken cancellationToken) => InsertAsync(row, _ => false, "protection.take-over-key", cancellationToken);

    /// <summary>The same key, wrapped and marked by another; nothing when another node was quicker.</summary>
    public Task<bool> ChangeAsync(KeyRow row, string before, string action, CancellationToken cancellationToken) =>
        WriteAsync("Change", row, before, action, cancellationToken);

    // What somebody put there keeps no key from being made; where nothing is ours, it is we who have the wrong key file.
    private bool IsFollowed(IReadOnlyList<KeyRow> there, Instant from)
    {
        var ours = there.Where(wraps.IsOurs).ToList();
        return ours.Count == 0
            ? there.Count > 0
            : ours.Exists(k => k.ActivatesAt <= from + Skew && k.ExpiresAt > from) && !ours.Exists(k => k.ActivatesAt is null);
    }

    private Task<bool> WriteAsync(string statement, KeyRow row, string before, string action, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(_sql[statement], ValuesOf(row, before), transaction) > 0
            && await SaidAsync(connection, transaction, action, row),
        cancellationToken);

    private Task<bool> InsertAsync(KeyRow row, Func<IReadOnlyList<KeyRow>, bool> isNotWanted, string action, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            // Two that begin together write one after the other, and the second sees what the first wrote.
            await connection.ExecuteAsync(_sql["TakeTurn"], transaction: transaction);
            return !isNotWanted([.. await connection.QueryAsync<KeyRow>(_sql["All"], transaction: transaction)])
                && await connection.ExecuteAsync(_sql["Insert"], ValuesOf(row, null), transaction) > 0
                && await SaidAsync(connection, transaction, action, row);
        },
        cancellationToken);

    private async Task<bool> SaidAsync(DbConnection connection, DbTransaction transaction, string action, KeyRow row)
    {
        await AuditTrail.AppendAsync(connection, transaction, database, Entry(action, row));
        return true;
    }

    private object ValuesOf(KeyRow row, string? before) => new
    {
        id = row.Id,
        element = row.Element,
        wrappedBy = row.WrappedBy,
        activatesAt = row.ActivatesAt,
        expiresAt = row.ExpiresAt,
        markedBy = row.MarkedBy,
        mark = row.Mark,
        before,
        now = clock.GetCurrentInstant(),
    };

    private AuditEntry Entry(string action, KeyRow row) => new(clock.GetCurrentInstant(), "system", action, row.Id, "{}");
}
