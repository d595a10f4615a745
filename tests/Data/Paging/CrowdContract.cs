using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

/// <summary>
/// Pages that are accepted and moved by many at once, on two nodes, while some writes fail in the midst of their group and some callers go away:
/// what was answered as accepted is there whole, each row with its own page's words, and of the others there is nothing.
/// </summary>
public abstract class CrowdContract
{
    private const int Workers = 6;
    private const int Rounds = 12;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Each_page_has_just_its_own_rows_whatever_becomes_of_its_neighbours()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        try
        {
            await RunAsync(bench);
        }
        catch (ArgumentOutOfRangeException error) when (bench.Database.Provider == DatabaseProvider.SqlServer && error.StackTrace!.Contains("Microsoft.Data.SqlClient", StringComparison.Ordinal))
        {
            await bench.Test.OnlyOnSqlServerAsync("this engine sends a long text as one chunk over several packets, and the client read a packet's header as text (docs/sql-server.md).");
            throw;
        }
    }

    private static async Task RunAsync(PagingBench bench)
    {
        var person = await bench.Hospital.AddPersonAsync("N1");
        var other = bench.OpenAgain();
        PageStore[] nodes = [bench.Pages, PagingBench.OpenPages(other, series: 8)];
        var drafts = new List<List<List<AcceptedPage>>>();
        var references = new HashSet<PageReference>();
        for (var worker = 0; worker < Workers; worker++)
        {
            drafts.Add([]);
            for (var round = 0; round < Rounds; round++)
            {
                drafts[worker].Add(await GroupAsync(bench, person, references, worker, round));
            }
        }

        var accepted = await Task.WhenAll(drafts.Select((groups, worker) => Task.Run(() => WorkAsync(nodes[worker % 2], groups))));

        await AssertRowsAsync(bench, [.. accepted.SelectMany(a => a)]);
    }

    private static async Task<List<AcceptedPage>> GroupAsync(PagingBench bench, Person person, HashSet<PageReference> references, int worker, int round)
    {
        var group = new List<AcceptedPage>();
        for (var n = 0; n < 1 + (worker * 31 + round * 17) % 70; n++)
        {
            var name = $"{worker}-{round}-{n}";
            var words = string.Concat(Enumerable.Repeat($"{name} 応 ", 1 + n % 9));
            var reference = bench.Draft.Reference();
            while (!references.Add(reference))
            {
                reference = bench.Draft.Reference();
            }

            var draft = await bench.Draft.AcceptedAsync(reference: reference, key: name, asks: [bench.Draft.Ask(person, bench.Hospital.Method(ContactMethodKind.Sms, name))]);
            var change = draft.Change with { Next = draft.Change.Next with { TakenOverBy = words }, Events = [draft.Change.Events[0] with { Detail = words }] };
            group.Add(draft with { Page = draft.Page with { Subject = name, Body = words }, Change = change });
        }

        return group;
    }

    /// <summary>Accepts groups, some of which fail or are given up at first, and moves on what was accepted.</summary>
    private static async Task<IEnumerable<AcceptedPage>> WorkAsync(PageStore pages, List<List<AcceptedPage>> groups)
    {
        var accepted = new List<AcceptedPage>();
        foreach (var (group, round) in groups.Select((g, round) => (g, round)))
        {
            if (round % 3 == 1)
            {
                await Assert.ThrowsAnyAsync<DbException>(() => pages.AcceptAsync([.. group.SkipLast(1), Broken(group[^1])], CancellationToken.None));
            }

            if (round % 3 == 2 && !await StaysAsync(pages, group))
            {
                continue;
            }

            if (round % 3 != 2)
            {
                Assert.All(await pages.AcceptAsync(group, CancellationToken.None), result => Assert.Equal(AcceptResult.Accepted, result));
            }

            Assert.Empty((await pages.SaveAsync([.. group.Select(Moved)], CancellationToken.None)).Lost);
            accepted.AddRange(group);
        }

        return accepted;
    }

    // Gone while it waits, or before: then it is there whole, or not at all.
    private static async Task<bool> StaysAsync(PageStore pages, List<AcceptedPage> group)
    {
        using var gone = new CancellationTokenSource();
        var accepting = pages.AcceptAsync(group, gone.Token);
        await gone.CancelAsync();
        try
        {
            return (await accepting).All(result => result == AcceptResult.Accepted);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static AcceptedPage Broken(AcceptedPage page) => page with { Change = page.Change with { Audit = [page.Change.Audit[0] with { Subject = null! }] } };

    private static PageChange Moved(AcceptedPage page) => page.Change with
    {
        Next = page.Change.Next with { Run = 1, Responders = [.. page.Change.Next.Responders.Select(r => r with { Standing = Standing.Declined })] },
        Notifications = [],
        Events = [page.Change.Events[0] with { Kind = PageEventKind.Declined }],
    };

    private static async Task AssertRowsAsync(PagingBench bench, IReadOnlyList<AcceptedPage> accepted)
    {
        var byId = accepted.ToDictionary(a => a.Page.Id);
        Assert.InRange(byId.Count, Workers * Rounds, Workers * Rounds * 70);
        foreach (var (table, rowsOfEach) in new[] { ("page", 1), ("escalation", 1), ("page_responder", 1), ("notification", 1), ("page_event", 2), ("idempotency_key", 1), ("page_reference", 1) })
        {
            Assert.Equal((table, (long)rowsOfEach * byId.Count), (table, await bench.CountAsync(table)));
        }

        foreach (var stored in await bench.Pages.LoadAsync([.. byId.Keys], CancellationToken.None))
        {
            var sent = byId[stored.Page.Id];
            Assert.Equivalent(sent.Page, stored.Page, strict: true);
            Assert.Equivalent(Moved(sent).Next with { Version = 1 }, stored.Escalation, strict: true);
        }

        var asked = await bench.Database.ReadAsync(
            async connection => (await connection.QueryAsync<(PageId Page, string Address)>("select page_id, address from notification")).ToList(), CancellationToken.None);
        Assert.All(asked, row => Assert.Equal(byId[row.Page].Page.Subject, row.Address));
        foreach (var line in await bench.Pages.EventsAsync([.. byId.Keys], CancellationToken.None))
        {
            Assert.Equal(byId[line.Page].Page.Body, line.Detail);
        }
    }
}

public sealed class CrowdOnSqlite : CrowdContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class CrowdOnSqlServer : CrowdContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
