using System.Security.Cryptography;
using System.Text;
using Dapper;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

public sealed partial class PageStore
{
    public Task<IdempotentPage?> FindByKeyAsync(string caller, string key, Instant now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => await connection.QuerySingleOrDefaultAsync<KeyRow>(_sql["Key"], new { caller, key = HashOf(key), now }) is { } row
                ? new IdempotentPage(row.Page, row.RequestHash)
                : null,
            cancellationToken);

    internal static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private sealed class KeyRow
    {
        public PageId Page { get; set; }

        public string RequestHash { get; set; } = "";
    }
}
