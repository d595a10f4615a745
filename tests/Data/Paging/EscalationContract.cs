using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

public abstract class EscalationContract
{
    private static readonly Instant Now = PageDraft.Now;
    private static readonly Instant Lease = Now + Duration.FromSeconds(10);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Of_two_who_decide_on_one_page_the_second_writes_nothing_and_is_told()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var read = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Escalation;
        var first = await bench.Draft.ChangeAsync(read with { TakenOverBy = "First" });
        var second = await bench.Draft.ChangeAsync(read with { TakenOverBy = "Second" });

        Assert.Empty((await bench.Pages.SaveAsync([first], CancellationToken.None)).Lost);
        Assert.Equal([read.Page], (await bench.Pages.SaveAsync([second], CancellationToken.None)).Lost);

        var stored = (await bench.LoadAsync(read.Page)).Escalation;
        Assert.Equal(("First", 1), (stored.TakenOverBy, stored.Version));
        Assert.Equal(2, (await bench.Pages.EventsAsync(read.Page, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Of_many_at_one_moment_exactly_one_wins_each_version()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var read = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Escalation;
        var change = await bench.Draft.ChangeAsync(read);

        var lost = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bench.Pages.SaveAsync([change], CancellationToken.None))));

        Assert.Equal(7, lost.Count(l => l.Lost.Count == 1));
    }

    [Fact]
    public async Task A_decision_by_a_roster_that_has_changed_writes_nothing_while_its_neighbour_in_the_batch_is_kept()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var a = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "a"))).Escalation;
        var b = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "b"))).Escalation;
        var stale = await bench.Draft.ChangeAsync(a);
        await bench.Hospital.Rosters.BumpAsync();
        var fresh = await bench.Draft.ChangeAsync(b);

        Assert.Equal([a.Page], (await bench.Pages.SaveAsync([stale, fresh], CancellationToken.None)).Lost);
        Assert.Equal((0, 1), ((await bench.LoadAsync(a.Page)).Escalation.Version, (await bench.LoadAsync(b.Page)).Escalation.Version));
    }

    [Fact]
    public async Task A_claimed_page_is_nobody_elses_until_the_claim_ends()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var due = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(dueAt: Now));
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "later", dueAt: Now + Duration.FromMilliseconds(1)));

        Assert.Equal([due.Page.Id], await ClaimAsync(bench, "a", Now));
        Assert.Empty(await ClaimAsync(bench, "b", Now));
        Assert.Contains(due.Page.Id, await ClaimAsync(bench, "b", Lease));
    }

    [Fact]
    public async Task Eight_nodes_claim_two_hundred_pages_each_exactly_once()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        for (var i = 0; i < 200; i++)
        {
            await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: $"{i}", dueAt: Now));
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Task.Run(() => ClaimUntilEmptyAsync(bench, $"node{node}"))));

        var all = claims.SelectMany(c => c).ToList();
        Assert.Equal(200, all.Count);
        Assert.Equal(200, all.Distinct().Count());
    }

    [Fact]
    public async Task Code_is_claimed_before_what_has_waited_longer()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var routine = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(Urgency.Routine, key: "r", dueAt: Now - Duration.FromHours(1)));
        var code = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(Urgency.Code, key: "c", dueAt: Now));

        Assert.Equal([code.Page.Id], await ClaimAsync(bench, "a", Now, most: 1));
        Assert.Equal([routine.Page.Id], await ClaimAsync(bench, "a", Now, most: 1));
    }

    [Fact]
    public async Task A_page_whose_roster_changed_is_claimed_though_nothing_of_it_is_due()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var page = await bench.AcceptAsync(await bench.Draft.AcceptedAsync());
        Assert.Empty(await ClaimAsync(bench, "a", Now));

        await bench.Hospital.Rosters.BumpAsync();

        Assert.Equal([page.Page.Id], await ClaimAsync(bench, "a", Now));
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(page.Escalation)));
        Assert.Empty(await ClaimAsync(bench, "a", Lease));
    }

    [Fact]
    public async Task A_closed_page_is_never_claimed()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var page = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(dueAt: Now));
        var closed = page.Escalation with { Phase = EscalationPhase.Cancelled, ClosedAt = Now };
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(closed)));
        await bench.Hospital.Rosters.BumpAsync();

        Assert.Empty(await ClaimAsync(bench, "a", Lease));
        Assert.Null(await bench.Pages.EarliestDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_alarm_is_for_the_earliest_page_and_for_a_claimed_one_when_its_claim_ends()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        Assert.Null(await bench.Pages.EarliestDueAsync(CancellationToken.None));
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "1", dueAt: Now));
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "2", dueAt: Now + Duration.FromMinutes(5)));
        Assert.Equal(Now, await bench.Pages.EarliestDueAsync(CancellationToken.None));

        await ClaimAsync(bench, "a", Now);
        Assert.Equal(Lease, await bench.Pages.EarliestDueAsync(CancellationToken.None));
    }

    private static async Task<List<PageId>> ClaimUntilEmptyAsync(PagingBench bench, string node)
    {
        var mine = new List<PageId>();
        while (await ClaimAsync(bench, node, Now, most: 7) is { Count: > 0 } part)
        {
            mine.AddRange(part);
        }

        return mine;
    }

    private static Task<IReadOnlyList<PageId>> ClaimAsync(PagingBench bench, string node, Instant now, int most = 100) =>
        bench.Pages.ClaimDueAsync(node, now, now + Duration.FromSeconds(10), most, CancellationToken.None);
}

public sealed class EscalationOnSqlite : EscalationContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class EscalationOnSqlServer : EscalationContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
