using System.Data.Common;
using Dapper;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Data.Rows;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

public sealed partial class PageStore
{
    public async Task<IReadOnlyList<AcceptResult>> AcceptAsync(IReadOnlyList<AcceptedPage> pages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pages);

        // Two of one key or reference in one statement would refuse each other: the second is decided anew, when the first is written or not.
        var first = pages.DistinctBy(KeyOf).DistinctBy(p => p.Page.Reference).ToList();
        var results = first.Zip(await AcceptUnlikeAsync(first, cancellationToken)).ToDictionary(r => r.First.Page.Id, r => r.Second);

        // What became of a page, or is to become of what holds it, is as little known of its twin.
        var unknown = first.Where(p => results[p.Page.Id] is AcceptResult.NotKnown or AcceptResult.Blocked).ToDictionary(KeyOf, p => results[p.Page.Id]);
        return [.. pages.Select(p => results.TryGetValue(p.Page.Id, out var result) ? result : unknown.GetValueOrDefault(KeyOf(p), AcceptResult.RosterMoved))];
    }

    private static (string Caller, string Key) KeyOf(AcceptedPage page) => (page.Caller, page.IdempotencyKey);

    private async Task<IReadOnlyList<AcceptResult>> AcceptUnlikeAsync(IReadOnlyList<AcceptedPage> pages, CancellationToken cancellationToken)
    {
        try
        {
            return await AcceptTogetherAsync(pages, cancellationToken);
        }
        catch (DbException error) when (pages.Count > 1 && database.IsDuplicate(error))
        {
            // Another node was quicker with one of them, and its page is seen now.
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Two of one key or reference at one moment: whoever was first has it, and the next look tells which it was.
            return [await TakenByAsync(pages[0], cancellationToken)];
        }

        try
        {
            return await AcceptTogetherAsync(pages, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return await OneByOneAsync(pages, cancellationToken);
        }
    }

    private async Task<AcceptResult> TakenByAsync(AcceptedPage page, CancellationToken cancellationToken)
    {
        try
        {
            var key = await FindByKeyAsync(page.Caller, page.IdempotencyKey, page.Change.Now, cancellationToken);
            return key is not null ? AcceptResult.KeyTaken : AcceptResult.ReferenceTaken;
        }
        catch (Exception error) when (error is IStoreAway)
        {
            // There may be a page of this key: nobody may be told that there is none.
            return AcceptResult.NotKnown;
        }
    }

    private async Task<IReadOnlyList<AcceptResult>> OneByOneAsync(IReadOnlyList<AcceptedPage> pages, CancellationToken cancellationToken)
    {
        var results = new List<AcceptResult>();
        try
        {
            foreach (var page in pages)
            {
                // Each that is blocked takes a second, and other pages wait behind these: no other is tried here.
                results.AddRange(results.Contains(AcceptResult.Blocked) ? [AcceptResult.Blocked] : await AcceptUnlikeAsync([page], cancellationToken));
            }
        }
        catch (Exception error) when (results.Count > 0 || error is IStoreAway { MayBeWritten: true })
        {
            // Those before are written, and are told so. The others are decided again, each by itself, and hear what is wrong then; but for one that
            // may be written.
            if (error is IStoreAway { MayBeWritten: true })
            {
                results.Add(AcceptResult.NotKnown);
            }

            results.AddRange(pages.Skip(results.Count).Select(_ => AcceptResult.RosterMoved));
        }

        return results;
    }

    private async Task<IReadOnlyList<AcceptResult>> AcceptTogetherAsync(IReadOnlyList<AcceptedPage> pages, CancellationToken cancellationToken)
    {
        using var all = AcceptRows.Of(pages, database);
        using var changes = ChangesOf(pages);
        return await database.WriteDecidedAsync<IReadOnlyList<AcceptResult>>(
            async (connection, transaction) =>
            {
                // One that waited too long does not take the others with it.
                var now = clock.GetCurrentInstant();
                var inTime = pages.Where(p => FreshnessOf(p).Begin >= now).ToList();
                var written = inTime.Count == pages.Count
                    ? await WriteAsync(connection, transaction, pages, all, changes)
                    : await WriteSomeAsync(connection, transaction, inTime);
                if (inTime.Exists(p => FreshnessOf(p).End < clock.GetCurrentInstant()))
                {
                    throw new NotWrittenException(NotWritten.Late);
                }

                var results = inTime.Zip(written).ToDictionary(r => r.First.Page.Id, r => r.Second);
                return [.. pages.Select(p => results.GetValueOrDefault(p.Page.Id, AcceptResult.DecidedLate))];
            },
            why => [.. pages.Select(_ => ResultOf(why))],
            new Freshness(pages.Max(p => FreshnessOf(p).Begin), pages.Max(p => FreshnessOf(p).End)),
            clock,
            cancellationToken);
    }

    private static Freshness FreshnessOf(AcceptedPage page) => Freshness.Of(page.Change.Now, page.Change.WasLate);

    private ChangeRows ChangesOf(IEnumerable<AcceptedPage> pages) => writer.RowsOf([.. pages.Select(p => p.Change)]);

    private async Task<IReadOnlyList<AcceptResult>> WriteSomeAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<AcceptedPage> pages)
    {
        using var rows = AcceptRows.Of(pages, database);
        using var changes = ChangesOf(pages);
        return await WriteAsync(connection, transaction, pages, rows, changes);
    }

    private async Task<IReadOnlyList<AcceptResult>> WriteAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<AcceptedPage> pages, ManyRows all, ChangeRows changes)
    {
        await database.ExecuteAsync(connection, transaction, _sql["FreeKeys"], all);
        await database.ExecuteAsync(connection, transaction, _sql["FreeReferences"], all);
        var taken = (await TakenAsync(connection, transaction, pages, all)).ToDictionary(r => r.Page);
        var stamp = await StampAsync(connection, transaction);
        var results = pages.Select(p => ResultOf(p, taken[p.Page.Id], stamp)).ToList();
        var accepted = pages.Where((_, place) => results[place] == AcceptResult.Accepted).ToList();
        if (accepted.Count > 0)
        {
            var rows = accepted.Count == pages.Count ? all : AcceptRows.Of(accepted, database);
            await database.ExecuteAsync(connection, transaction, _sql["InsertPages"], rows);
            await database.ExecuteAsync(connection, transaction, _sql["InsertReferences"], rows);
            await database.ExecuteAsync(connection, transaction, _sql["InsertKeys"], rows);
            await writer.InsertAsync(connection, transaction, accepted.Count == pages.Count ? changes : ChangesOf(accepted));
            await MustStandAsync(connection, transaction, accepted.Select(p => p.Change));
        }

        return results;
    }

    private async Task<IReadOnlyList<TakenRow>> TakenAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<AcceptedPage> pages, ManyRows all)
    {
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            return [.. await connection.QueryAsync<TakenRow>(_sql["Taken"], new { rows = AcceptRows.Keys(pages) }, transaction)];
        }

        var taken = new List<TakenRow>();
        foreach (var some in all.ForServer(_sql["Taken"]))
        {
            taken.AddRange(await connection.QueryAsync<TakenRow>(some.Text, some, transaction));
        }

        return taken;
    }

    private static AcceptResult ResultOf(NotWritten why) => why switch
    {
        NotWritten.Late => AcceptResult.DecidedLate,
        NotWritten.Failed => AcceptResult.Failed,
        NotWritten.Blocked => AcceptResult.Blocked,
        NotWritten.Moved => AcceptResult.RosterMoved,
    };

    private static AcceptResult ResultOf(AcceptedPage page, TakenRow taken, long stamp) =>
        taken.KeyIsTaken ? AcceptResult.KeyTaken
        : taken.ReferenceIsTaken ? AcceptResult.ReferenceTaken
        : page.Change.RosterStamp != stamp ? AcceptResult.RosterMoved
        : AcceptResult.Accepted;

    private sealed class TakenRow
    {
        public PageId Page { get; set; }

        public bool KeyIsTaken { get; set; }

        public bool ReferenceIsTaken { get; set; }
    }
}
