using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Notifications;

/// <summary>Who opted out, in either database. Each change is audited for everyone who has the address, and open pages are decided anew.</summary>
public sealed class OptOutStore(Database database) : IOptOuts
{
    private readonly SqlText _sql = SqlText.For<OptOutStore>(database.Provider);
    private readonly RosterStamp _stamp = new(database);

    public Task<bool> OptOutAsync(ContactMethodKind kind, string address, Instant now, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => OptOutAsync(connection, transaction, kind, address, now), cancellationToken);

    public Task<bool> OptInAsync(ContactMethodKind kind, string address, Instant now, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => OptInAsync(connection, transaction, kind, address, now), cancellationToken);

    /// <summary>Within a transaction that is already going on.</summary>
    internal Task<bool> OptOutAsync(DbConnection connection, DbTransaction transaction, ContactMethodKind kind, string address, Instant now) =>
        ChangeAsync(connection, transaction, "OptOut", "contact-method.opted-out", kind, address, now);

    /// <summary>Within a transaction that is already going on.</summary>
    internal Task<bool> OptInAsync(DbConnection connection, DbTransaction transaction, ContactMethodKind kind, string address, Instant now) =>
        ChangeAsync(connection, transaction, "OptIn", "contact-method.opted-in", kind, address, now);

    private async Task<bool> ChangeAsync(
        DbConnection connection, DbTransaction transaction, string statement, string action, ContactMethodKind kind, string address, Instant now)
    {
        var parameters = new { kind = kind.ToString(), address, now };
        if (await connection.ExecuteAsync(_sql[statement], parameters, transaction) == 0)
        {
            return false;
        }

        foreach (var owner in (await connection.QueryAsync<AddressOwnerRow>(_sql["Owners"], parameters, transaction)).ToList())
        {
            var entry = new AuditEntry(now, "system", action, owner.Subject, AddressOwnerRow.Detail(kind, address));
            await AuditTrail.AppendAsync(connection, transaction, database, entry);
        }

        await _stamp.BumpAsync(connection, transaction);
        return true;
    }
}
