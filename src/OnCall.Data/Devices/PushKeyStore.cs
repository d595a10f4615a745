using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Devices;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;

namespace OnCall.Data.Devices;

/// <summary>What pushes are signed with, in either database. The private half is sealed, and bound to its number.</summary>
public sealed class PushKeyStore(Database database) : IPushKeyStore
{
    private readonly SqlText _sql = SqlText.For<PushKeyStore>(database.Provider);

    public async Task<(int Highest, IReadOnlyList<PushKey> Keys)> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(async connection => (await connection.QueryAsync<KeyRow>(_sql["All"])).ToList(), cancellationToken);
        return (rows.Count == 0 ? 0 : rows[0].Number, [.. rows.Select(Open).OfType<PushKey>()]);
    }

    public async Task AddAsync(PushKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var values = new
        {
            number = key.Number,
            publicKey = Convert.ToBase64String(key.PublicKey),
            privateKey = database.Seal.Seal(SealedColumn.PushKey, RowOf(key.Number), Convert.ToBase64String(key.PrivateKey)),
            createdAt = key.CreatedAt,
        };
        try
        {
            await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(_sql["Insert"], values, transaction), cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // The other node's key is read instead.
        }
    }

    private PushKey? Open(KeyRow row) => database.Seal.OpenOrNull(SealedColumn.PushKey, RowOf(row.Number), row.PrivateKey) is { } text
        ? new PushKey(row.Number, Convert.FromBase64String(row.PublicKey), Convert.FromBase64String(text), row.CreatedAt)
        : null;

    private static Guid RowOf(int number) => new(number, 0, 0, new byte[8]);

    private sealed class KeyRow
    {
        public int Number { get; set; }

        public string PublicKey { get; set; } = "";

        public string PrivateKey { get; set; } = "";

        public Instant CreatedAt { get; set; }
    }
}
