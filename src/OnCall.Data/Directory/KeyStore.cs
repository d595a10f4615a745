using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Notices;
using OnCall.Data.Access;
using OnCall.Data.Audit;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Data.Directory;

/// <summary>The keys and whom they speak for.</summary>
public sealed class KeyStore(Database database) : IKeyReads, IKeyStore
{
    private readonly SqlText _sql = SqlText.For<KeyStore>(database.Provider);
    private readonly PersonCallers _callers = new(database);
    private readonly MadeAccess _made = new(database);

    public Task<KeyHolder?> FindByHashAsync(string hash, CancellationToken cancellationToken) =>
        HolderAsync("HolderByHash", new { hash }, cancellationToken);

    public Task<KeyHolder?> FindAsync(ApiKeyId key, CancellationToken cancellationToken) =>
        HolderAsync("HolderById", new { key }, cancellationToken);

    public Task<bool> AddAsync(NewKey key, AuditEntry audit, CancellationToken cancellationToken, NewNotice? told = null) => database.WriteAsync(
        async (connection, transaction) =>
        {
            if (key.Person is { } person
                && !await _made.MayMakeAsync(connection, transaction, person, key.MadeBy, key.MadeWith, key.CreatedAt))
            {
                return false;
            }

            if (!await _made.IsInAsync(connection, transaction, key.MadeIn, key.MadeWith))
            {
                return false;
            }

            await WriteAsync(connection, transaction, key);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            await NoticeWriter.AppendAsync(connection, transaction, database, told is null ? [] : [told]);
            return true;
        },
        cancellationToken);

    public Task<KeyOwner?> OwnerAsync(ApiKeyId key, CancellationToken cancellationToken) => database.ReadAsync<KeyOwner?>(
        async connection => await connection.QuerySingleOrDefaultAsync<OwnerRow>(_sql["Owner"], new { key }) is { } row
            ? new KeyOwner(row.PersonId, row.Integration, row.RevokedAt is not null)
            : null,
        cancellationToken);

    public Task<IReadOnlyList<StoredKey>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<StoredKey>>(
        async connection => [.. (await connection.QueryAsync<StoredKeyRow>(_sql["All"])).Select(r => r.ToKey())], cancellationToken);

    public Task<IReadOnlyList<IntegrationKey>> IntegrationsAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<IntegrationKey>>(
        async connection => [.. (await connection.QueryAsync<StoredKeyRow>(_sql["Integrations"])).Select(r => new IntegrationKey(r.KeyId, r.Integration!, r.ExpiresAt, r.UsedAt))],
        cancellationToken);

    public Task UseAsync(IReadOnlyDictionary<ApiKeyId, Instant> uses, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(_sql["Use"], uses.Select(u => new { key = u.Key, at = u.Value }), transaction), cancellationToken);

    public Task RevokeAsync(ApiKeyId key, Instant at, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => RevokeAsync(connection, transaction, key, at, audit), cancellationToken);

    public Task<IReadOnlyList<ApiKeyId>> RevokeAllAsync(PersonId person, ApiKeyId? but, Instant at, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync<IReadOnlyList<ApiKeyId>>(
        async (connection, transaction) =>
        {
            // Whoever makes a key for the person in this moment has done so, or waits.
            await _made.TakeAsync(connection, transaction, person);
            var revoked = new List<ApiKeyId>();
            foreach (var key in await connection.QueryAsync<ApiKeyId>(_sql["OpenOf"], new { person, but }, transaction))
            {
                if (await RevokeOneAsync(connection, transaction, key, at, audit))
                {
                    revoked.Add(key);
                }
            }

            return revoked;
        },
        cancellationToken);

    private async Task<int> RevokeAsync(DbConnection connection, DbTransaction transaction, ApiKeyId first, Instant at, AuditEntry audit)
    {
        var waiting = new Queue<ApiKeyId>([first]);
        var revoked = 0;
        while (waiting.TryDequeue(out var key))
        {
            // It first: a key that is made with it in this moment is there by now, or is not made.
            revoked += await RevokeOneAsync(connection, transaction, key, at, audit) ? 1 : 0;
            foreach (var made in await connection.QueryAsync<ApiKeyId>(_sql["OwnMadeWith"], new { key }, transaction))
            {
                waiting.Enqueue(made);
            }
        }

        return revoked;
    }

    // Somebody else may have revoked it meanwhile; one entry tells of it.
    private async Task<bool> RevokeOneAsync(DbConnection connection, DbTransaction transaction, ApiKeyId key, Instant at, AuditEntry audit)
    {
        if (await connection.ExecuteAsync(_sql["Revoke"], new { key, at }, transaction) == 0)
        {
            return false;
        }

        await AuditTrail.AppendAsync(connection, transaction, database, audit with { Subject = "key:" + key });
        return true;
    }

    /// <summary>Writes the key within a transaction that is already going on.</summary>
    internal Task WriteAsync(DbConnection connection, DbTransaction transaction, NewKey key) => connection.ExecuteAsync(
        _sql["Insert"],
        new
        {
            id = key.Id,
            hash = key.Hash,
            person = key.Person,
            integration = key.Integration,
            permissions = KeyPermissions.Write(key.Grants),
            madeBy = key.MadeBy,
            madeWith = key.MadeWith,
            createdAt = key.CreatedAt,
            expiresAt = key.ExpiresAt,
        },
        transaction);

    private Task<KeyHolder?> HolderAsync(string statement, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<HolderRow>(new CommandDefinition(_sql[statement], parameters, cancellationToken: cancellationToken));
            if (row is null)
            {
                return null;
            }

            var caller = row.PersonId is { } person
                ? await _callers.OfAsync(connection, person, row.EmployeeNo!, row.Name!, cancellationToken)
                : new Caller("integration:" + row.Integration, null, row.Integration!, KeyPermissions.Read(row.Permissions));
            return new KeyHolder(row.KeyId, caller with { Shown = new KeyShown(row.KeyId, row.MadeBy, row.ExpiresAt) }, row.ExpiresAt);
        },
        cancellationToken);

    private sealed class OwnerRow
    {
        public ApiKeyId KeyId { get; set; }

        public PersonId? PersonId { get; set; }

        public string? Integration { get; set; }

        public Instant? RevokedAt { get; set; }
    }

    private sealed class HolderRow
    {
        public ApiKeyId KeyId { get; set; }

        public string? Integration { get; set; }

        public string Permissions { get; set; } = "";

        public string MadeBy { get; set; } = "";

        public Instant? ExpiresAt { get; set; }

        public PersonId? PersonId { get; set; }

        public string? EmployeeNo { get; set; }

        public string? Name { get; set; }
    }
}
