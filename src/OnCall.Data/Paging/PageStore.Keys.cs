using System.Security.Cryptography;
using System.Text;
using Dapper;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data.Sealing;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

public sealed partial class PageStore
{
    public Task<IdempotentPage?> FindByKeyAsync(string caller, string key, Instant now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            // A hash that cannot be opened is no request's: whoever asks again is refused, and may send under another key.
            async connection => await connection.QuerySingleOrDefaultAsync<KeyRow>(_sql["Key"], new { caller, key = HashOf(key), now }) is { } row
                ? new IdempotentPage(row.Page, database.Seal.Open(SealedColumn.IdempotencyKeyHash, row.Page.Value, row.RequestHash))
                : null,
            cancellationToken);

    internal static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private sealed class KeyRow
    {
        public PageId Page { get; set; }

        public string RequestHash { get; set; } = "";
    }
}
