using Dapper;
using OnCall.Application.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;

namespace OnCall.Data.Audit;

/// <summary>The entries of the audit trail, in either database.</summary>
public sealed class AuditStore(Database database) : IAuditWriter, IAuditReads
{
    private readonly SqlText _sql = SqlText.For<AuditStore>(database.Provider);

    public Task AppendAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await AuditTrail.AppendAsync(connection, transaction, database, entries);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<FoundAuditEntry>> FindAsync(AuditFilter filter, long? before, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var parameters = new
        {
            from = filter.From,
            to = filter.To,
            actor = Beginning(filter.Actor),
            action = Beginning(filter.Action),
            subject = Beginning(filter.Subject),
            text = filter.Text is { } text ? "%" + Plain(text) + "%" : null,
            before = before ?? long.MaxValue,
            most,
        };
        return database.ReadAsync<IReadOnlyList<FoundAuditEntry>>(
            async connection => [.. (await connection.QueryAsync<FoundRow>(_sql["Find"], parameters)).Select(r => r.ToFound(database))], cancellationToken);
    }

    private static string? Beginning(string? text) => text is null ? null : Plain(text) + "%";

    // What is asked for are words, and not patterns.
    private static string Plain(string text) => text
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal)
        .Replace("_", "!_", StringComparison.Ordinal).Replace("[", "![", StringComparison.Ordinal);

    private sealed class FoundRow : AuditEntryRow
    {
        public long? Place { get; set; }

        public byte[]? Hash { get; set; }

        public FoundAuditEntry ToFound(Database database) =>
            new(ToEntry(), Place, Hash is { } hash ? Convert.ToHexStringLower(hash) : null, AuditWords.Open(database, Detail));
    }
}
