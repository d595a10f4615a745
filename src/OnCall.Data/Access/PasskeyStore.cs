using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using NodaTime;
using OnCall.Application.Access.Accounts;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Data.Access;

/// <summary>Keeps passkeys, in either database.</summary>
public sealed class PasskeyStore(Database database) : IPasskeyStore
{
    private readonly SqlText _sql = SqlText.For<PasskeyStore>(database.Provider);

    public Task<IReadOnlyList<Passkey>> OfAsync(PersonId person, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Passkey>>(
        async connection => [.. (await connection.QueryAsync<PasskeyRow>(_sql["OfPerson"], new { person })).Select(r => r.ToPasskey())],
        cancellationToken);

    public Task<Passkey?> FindAsync(byte[] credentialId, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<PasskeyRow>(_sql["ByCredential"], new { hash = HashOf(credentialId) }))?.ToPasskey(),
        cancellationToken);

    public async Task<bool> AddAsync(Passkey passkey, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        var values = new
        {
            hash = HashOf(passkey.CredentialId),
            credential = passkey.CredentialId,
            person = passkey.Person,
            name = passkey.Name,
            data = passkey.Data,
            createdAt = passkey.CreatedAt,
            usedAt = passkey.UsedAt,
        };
        try
        {
            return await database.ChangeAsync(_sql["Insert"], values, audit, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return false;
        }
    }

    public Task<bool> UseAsync(byte[] credentialId, Instant askedAt, Instant now, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(_sql["Use"], new { hash = HashOf(credentialId), askedAt, now }, transaction) > 0,
        cancellationToken);

    public Task UpdateAsync(Passkey passkey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        var values = new { hash = HashOf(passkey.CredentialId), data = passkey.Data, usedAt = passkey.UsedAt };
        return database.WriteAsync((connection, transaction) => connection.ExecuteAsync(_sql["Update"], values, transaction), cancellationToken);
    }

    public Task<bool> RemoveAsync(PersonId person, byte[] credentialId, AuditEntry audit, CancellationToken cancellationToken) =>
        database.ChangeAsync(_sql["Delete"], new { hash = HashOf(credentialId), person }, audit, cancellationToken);

    private static string HashOf(byte[] credentialId) => Convert.ToHexStringLower(SHA256.HashData(credentialId));

    private sealed class PasskeyRow
    {
        public byte[] CredentialId { get; set; } = [];

        public PersonId PersonId { get; set; }

        public string Name { get; set; } = "";

        public string Data { get; set; } = "";

        public Instant CreatedAt { get; set; }

        public Instant? UsedAt { get; set; }

        public Passkey ToPasskey() => new(CredentialId, PersonId, Name, Data, CreatedAt, UsedAt);
    }
}
