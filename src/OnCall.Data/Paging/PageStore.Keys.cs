using System.Data.Common;
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

    public async Task<PageId> PinKeyAsync(string caller, string key, PageId page, Instant now, Instant freeAt, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        var parameters = new { caller, key = hash, hash, page, freeAt, now };
        try
        {
            return await database.WriteAsync(
                async (connection, transaction) =>
                {
                    await connection.ExecuteAsync(_sql["FreeKey"], parameters, transaction);
                    if (await connection.QuerySingleOrDefaultAsync<KeyRow>(_sql["Key"], parameters, transaction) is { } before)
                    {
                        return before.Page;
                    }

                    await connection.ExecuteAsync(_sql["InsertKey"], parameters, transaction);
                    return page;
                },
                cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return await FindByKeyAsync(caller, key, now, cancellationToken) is { } first ? first.Page : page;
        }
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private sealed class KeyRow
    {
        public PageId Page { get; set; }

        public string RequestHash { get; set; } = "";
    }
}
