using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Paging.Links;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>Keeps what signs links and who has used them, in either database.</summary>
public sealed class AcknowledgeLinkStore(Database database) : IAcknowledgeLinks
{
    private const int Tries = 3;

    private readonly SqlText _sql = SqlText.For<AcknowledgeLinkStore>(database.Provider);

    public async Task<byte[]> SecretAsync(byte[] fresh, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var stored = await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<string>(_sql["Secret"]), cancellationToken);
            if (database.Seal.OpenOrNull(SealedColumn.LinkSecret, Guid.Empty, stored) is { } text)
            {
                return Convert.FromBase64String(text);
            }

            if (attempt == Tries)
            {
                throw new InvalidOperationException("The secret of links could be neither read nor written.");
            }

            // None yet, or one whose key is lost: the links that it signed are worth nothing then.
            var secret = database.Seal.Seal(SealedColumn.LinkSecret, Guid.Empty, Convert.ToBase64String(fresh));
            await WriteAsync(stored is null ? "InsertSecret" : "ReplaceSecret", new { secret, before = stored }, cancellationToken);
        }
    }

    public Task<LinkTarget?> FindAsync(NotificationId notification, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QueryFirstOrDefaultAsync<TargetRow>(_sql["Find"], new { id = notification }))?.ToTarget(),
        cancellationToken);

    public async Task<bool> UseAsync(LinkTarget target, string device, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        await WriteAsync("Use", new { id = target.Id, page = target.Page, device, now }, cancellationToken);
        var first = await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<string>(_sql["Device"], new { id = target.Id }), cancellationToken);
        return string.Equals(first, device, StringComparison.Ordinal);
    }

    // Whoever comes second finds what the first wrote.
    private async Task WriteAsync(string statement, object values, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(_sql[statement], values, transaction), cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
        }
    }

    private sealed class TargetRow
    {
        public NotificationId Id { get; set; }

        public PageId Page { get; set; }

        public PersonId? Person { get; set; }

        public string Kind { get; set; } = "";

        public string Address { get; set; } = "";

        public Instant ChangedAt { get; set; }

        public string? Device { get; set; }

        public LinkTarget ToTarget() => new(Id, Page, Person, Enum.Parse<ContactMethodKind>(Kind), Address, ChangedAt, Device);
    }
}
