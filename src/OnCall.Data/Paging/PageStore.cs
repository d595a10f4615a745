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
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>Pages and their escalations, in either database.</summary>
public sealed partial class PageStore(Database database, PageChangeWriter writer, IClock clock) : IPageStore
{
    private readonly SqlText _sql = SqlText.For<PageStore>(database.Provider);

    public async Task<PageWrite> SaveAsync(IReadOnlyList<PageChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
        {
            return new PageWrite([]);
        }

        using var rows = writer.RowsOf(changes);
        return await database.WriteDecidedAsync(
            async (connection, transaction) =>
            {
                var lost = (await writer.UpdateAsync(connection, transaction, rows)).ToHashSet();
                await MustStandAsync(connection, transaction, changes.Where(c => !lost.Contains(c.Next.Page)));
                return new PageWrite([.. lost]);
            },
            why => new PageWrite([.. changes.Select(c => c.Next.Page)], why),
            Freshness.Of(changes.Min(c => c.Now), changes.All(c => c.WasLate)),
            clock,
            cancellationToken);
    }

    public Task<IReadOnlyList<PageRecord>> LoadAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PageRecord>>(
            async connection =>
            {
                var rows = await Batches(pages).GatherAsync(part => connection.QueryAsync<PageRow>(_sql["Load"], new { pages = part }));
                return [.. rows.Select(r => r.ToRecord(database.Seal))];
            },
            cancellationToken);

    public Task<IReadOnlyList<Escalation>> EscalationsAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Escalation>>(
            async connection =>
            {
                var rows = await Batches(pages).GatherAsync(part => connection.QueryAsync<EscalationRow>(_sql["Escalations"], new { pages = part }));
                return [.. rows.Select(r => r.ToEscalation(database.Seal))];
            },
            cancellationToken);

    public Task<PageId?> FindByReferenceAsync(PageReference reference, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<PageId?>(_sql["Reference"], new { reference = reference.Value }), cancellationToken);

    public Task<IReadOnlyList<PageEvent>> EventsAsync(PageId page, CancellationToken cancellationToken) => EventsAsync([page], cancellationToken);

    public Task<IReadOnlyList<PageEvent>> EventsAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PageEvent>>(
            async connection =>
            {
                var rows = await Batches(pages).GatherAsync(part => connection.QueryAsync<EventRow>(_sql["Events"], new { pages = part }));
                return [.. rows.Select(r => r.ToEvent(database.Seal))];
            },
            cancellationToken);

    public Task AppendAsync(IReadOnlyList<PageEvent> events, AuditEntry audit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await PageEvents.AppendAsync(connection, transaction, database, events);
                await AuditTrail.AppendAsync(connection, transaction, database, audit);
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

    public async Task PurgeAsync(Instant now, CancellationToken cancellationToken)
    {
        await database.DeleteInPartsAsync(_sql["PurgeReferences"], now, cancellationToken);
        await database.DeleteInPartsAsync(_sql["PurgeKeys"], now, cancellationToken);
    }

    // A statement of SQL Server's that waits for a row compares with the stamp that stood when it began. SQLite has one writer, and waits for nothing.
    private async Task MustStandAsync(DbConnection connection, DbTransaction transaction, IEnumerable<PageChange> written)
    {
        var stamps = written.Select(c => c.RosterStamp).ToHashSet();
        if (database.Provider == DatabaseProvider.SqlServer && stamps.Count > 0 && !stamps.SetEquals([await StampAsync(connection, transaction)]))
        {
            throw new NotWrittenException(NotWritten.Moved);
        }
    }

    private Task<long> StampAsync(DbConnection connection, DbTransaction transaction) => connection.ExecuteScalarAsync<long>(_sql["Stamp"], transaction: transaction);

    private IEnumerable<object[]> Batches(IEnumerable<PageId> pages) => database.Batches(pages.Select(p => p.Value));

    private Task<IReadOnlyList<PageRecord>> QueryAsync(string name, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PageRecord>>(
            async connection => [.. (await connection.QueryAsync<PageRow>(_sql[name], parameters)).Select(r => r.ToRecord(database.Seal))],
            cancellationToken);
}
