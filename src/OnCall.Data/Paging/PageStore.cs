using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>Pages and their escalations, in either database.</summary>
public sealed partial class PageStore(Database database, PageChangeWriter writer) : IPageStore
{
    private readonly SqlText _sql = SqlText.For<PageStore>(database.Provider);

    public async Task<AcceptResult> AcceptAsync(AcceptedPage page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        try
        {
            return await database.WriteAsync((connection, transaction) => AcceptAsync(connection, transaction, page), cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Two of one key or reference at one moment: whoever was first has it, and the next look tells which it was.
            var key = await FindByKeyAsync(page.Caller, page.IdempotencyKey, page.Change.Now, cancellationToken);
            return key is not null ? AcceptResult.KeyTaken : AcceptResult.ReferenceTaken;
        }
    }

    public async Task<IReadOnlyList<PageId>> SaveAsync(IReadOnlyList<PageChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return changes.Count == 0 ? [] : await database.WriteAsync(
            (connection, transaction) => writer.UpdateAsync(connection, transaction, changes), cancellationToken);
    }

    public Task<IReadOnlyList<PageRecord>> LoadAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PageRecord>>(
            async connection =>
            {
                var rows = new List<PageRow>();
                foreach (var part in database.Batches(pages.Select(p => p.Value)))
                {
                    rows.AddRange(await connection.QueryAsync<PageRow>(_sql["Load"], new { pages = part }));
                }

                return [.. rows.Select(r => r.ToRecord())];
            },
            cancellationToken);

    public Task<PageId?> FindByReferenceAsync(PageReference reference, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<PageId?>(_sql["Reference"], new { reference = reference.Value }), cancellationToken);

    public Task<IReadOnlyList<PageEvent>> EventsAsync(PageId page, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PageEvent>>(
            async connection => [.. (await connection.QueryAsync<EventRow>(_sql["Events"], new { page })).Select(r => r.ToEvent())],
            cancellationToken);

    public Task AppendAsync(IReadOnlyList<PageEvent> events, AuditEntry audit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await PageEvents.AppendAsync(connection, transaction, database.Provider, events);
                await AuditTrail.AppendAsync(connection, transaction, database.Provider, audit);
                return true;
            },
            cancellationToken);

    public Task<IReadOnlyList<PageRecord>> ListAsync(PageFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var parameters = new
        {
            isOpen = filter.State == PageState.Open ? true : (bool?)null,
            isClosed = filter.State == PageState.Closed ? true : (bool?)null,
            phase = filter.State is PageState.Acknowledged or PageState.Resolved or PageState.Cancelled ? filter.State.ToString() : null,
            atDesk = filter.AtDesk,
            urgency = filter.Urgency?.ToString(),
            role = filter.Role,
            before = filter.Before,
            limit = filter.Limit,
            orOverdue = filter.OrOverdue,
            selfTest = SelfTest.Role,
        };
        return QueryAsync("List", parameters, cancellationToken);
    }

    public async Task<IReadOnlyList<PageRecord>> InboxAsync(PersonId person, CancellationToken cancellationToken) =>
        [.. (await QueryAsync("Inbox", new { person }, cancellationToken)).OrderByDescending(r => r.Page.Urgency).ThenBy(r => r.Page.SentAt)];

    public Task PurgeAsync(Instant now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(_sql["PurgeReferences"], new { now }, transaction);
                return await connection.ExecuteAsync(_sql["PurgeKeys"], new { now }, transaction);
            },
            cancellationToken);

    private async Task<AcceptResult> AcceptAsync(DbConnection connection, DbTransaction transaction, AcceptedPage accepted)
    {
        var (page, change) = (accepted.Page, accepted.Change);
        var key = new { caller = accepted.Caller, key = HashOf(accepted.IdempotencyKey), hash = accepted.RequestHash, page = page.Id, freeAt = accepted.KeyFreeAt, now = change.Now };
        await connection.ExecuteAsync(_sql["FreeKey"], key, transaction);
        if (await connection.ExecuteScalarAsync<int>(_sql["KeyIsTaken"], key, transaction) > 0)
        {
            return AcceptResult.KeyTaken;
        }

        var reference = new { reference = page.Reference.Value, page = page.Id, now = change.Now };
        await connection.ExecuteAsync(_sql["FreeReference"], reference, transaction);
        if (await connection.ExecuteScalarAsync<int>(_sql["ReferenceIsTaken"], reference, transaction) > 0)
        {
            return AcceptResult.ReferenceTaken;
        }

        if (await connection.ExecuteScalarAsync<long>(_sql["Stamp"], transaction: transaction) != change.RosterStamp)
        {
            return AcceptResult.RosterMoved;
        }

        await connection.ExecuteAsync(_sql["InsertPage"], PageParameters(page), transaction);
        await connection.ExecuteAsync(_sql["InsertReference"], reference, transaction);
        await connection.ExecuteAsync(_sql["InsertKey"], key, transaction);
        await writer.InsertAsync(connection, transaction, change);
        return AcceptResult.Accepted;
    }

    private static object PageParameters(Page page) => new
    {
        page = page.Id,
        reference = page.Reference.Value,
        role = page.Role,
        urgency = page.Urgency.ToString(),
        subject = page.Subject,
        body = page.Body,
        patientRef = page.PatientRef,
        callback = page.Callback?.Value,
        replies = StateJson.WriteList(page.Replies),
        sender = page.Sender,
        senderName = page.SenderName,
        sentAt = page.SentAt,
    };

    private Task<IReadOnlyList<PageRecord>> QueryAsync(string name, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PageRecord>>(
            async connection => [.. (await connection.QueryAsync<PageRow>(_sql[name], parameters)).Select(r => r.ToRecord())],
            cancellationToken);
}
