using Dapper;
using NodaTime;
using OnCall.Application.Exports;
using OnCall.Data.Schema;

namespace OnCall.Data.Exports;

/// <summary>What exports are signed with, in either database.</summary>
public sealed class SigningKeyStore(Database database) : ISigningKeys
{
    private readonly SqlText _sql = SqlText.For<SigningKeyStore>(database.Provider);

    public Task<IReadOnlyList<SigningKey>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<SigningKey>>(
        async connection => [.. (await connection.QueryAsync<KeyRow>(_sql["All"])).Select(r => new SigningKey(r.Id, r.PublicKey, r.PrivateKey, r.CreatedAt))],
        cancellationToken);

    public Task<IReadOnlyList<byte[]>> PublicAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<byte[]>>(
        async connection => [.. (await connection.QueryAsync<string>(_sql["Public"])).Select(Convert.FromBase64String)],
        cancellationToken);

    public Task AddAsync(SigningKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var row = new { id = key.Id, publicKey = key.PublicKey, privateKey = key.PrivateKey, createdAt = key.CreatedAt };
        return database.WriteAsync((connection, transaction) => connection.ExecuteAsync(_sql["Insert"], row, transaction), cancellationToken);
    }

    private sealed class KeyRow
    {
        public string Id { get; set; } = "";

        public string PublicKey { get; set; } = "";

        public string PrivateKey { get; set; } = "";

        public Instant CreatedAt { get; set; }
    }
}
