using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data.Schema;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>What text messages were taken to mean, in either database.</summary>
public sealed class AnsweredMessageStore(Database database) : IAnsweredMessages
{
    private readonly SqlText _sql = SqlText.For<AnsweredMessageStore>(database.Provider);

    public Task<AnsweredMessage?> FindAsync(string message, Instant now, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => FindAsync(connection, null, new { hash = HashOf(message), now }), cancellationToken);

    public async Task<AnsweredMessage> BindAsync(string message, AnsweredMessage to, Instant now, Instant freeAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        var parameters = new { hash = HashOf(message), page = to.Page, freeAt, now };
        try
        {
            return await database.WriteAsync(
                async (connection, transaction) =>
                {
                    await connection.ExecuteAsync(_sql["Free"], parameters, transaction);
                    if (await FindAsync(connection, transaction, parameters) is { } before)
                    {
                        return before;
                    }

                    await connection.ExecuteAsync(_sql["Bind"], parameters, transaction);
                    return to;
                },
                cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return await FindAsync(message, now, cancellationToken) ?? to;
        }
    }

    public Task PurgeAsync(Instant now, CancellationToken cancellationToken) =>
        database.DeleteInPartsAsync(_sql["Purge"], now, cancellationToken);

    private async Task<AnsweredMessage?> FindAsync(DbConnection connection, DbTransaction? transaction, object parameters) =>
        await connection.QuerySingleOrDefaultAsync<Row>(_sql["Find"], parameters, transaction) is { } row ? new AnsweredMessage(row.Page) : null;

    // Ids are the provider's, of any length and case: no collation makes two of them one.
    private static string HashOf(string message) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)));

    private sealed class Row
    {
        public PageId? Page { get; set; }
    }
}
