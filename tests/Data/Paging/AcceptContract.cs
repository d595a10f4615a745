using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

public abstract class AcceptContract
{
    private static readonly string[] Written =
        ["page", "escalation", "page_reference", "idempotency_key", "page_responder", "notification", "page_event"];

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task An_accepted_page_is_there_with_all_that_belongs_to_it()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var person = await bench.Hospital.AddPersonAsync("N1");
        var accepted = await bench.Draft.AcceptedAsync(asks: [bench.Draft.Ask(person, bench.Hospital.Method(ContactMethodKind.Sms))]);
        var auditBefore = await bench.CountAsync("audit_entry");

        var stored = await bench.AcceptAsync(accepted);

        Assert.Equivalent(accepted.Page, stored.Page, strict: true);
        Assert.Equivalent(accepted.Change.Next, stored.Escalation, strict: true);
        Assert.All(await CountsAsync(bench), count => Assert.Equal(1, count));
        Assert.Equal(auditBefore + 1, await bench.CountAsync("audit_entry"));
    }

    [Fact]
    public async Task A_failure_at_the_last_row_leaves_nothing_of_the_page()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var person = await bench.Hospital.AddPersonAsync("N1");
        var accepted = await bench.Draft.AcceptedAsync(asks: [bench.Draft.Ask(person, bench.Hospital.Method(ContactMethodKind.Sms))]);
        var audit = accepted.Change.Audit[0] with { Subject = null! };

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => bench.TryAcceptAsync(accepted with { Change = accepted.Change with { Audit = [audit] } }));

        Assert.All(await CountsAsync(bench), count => Assert.Equal(0, count));
        await bench.AcceptAsync(accepted);
    }

    [Fact]
    public async Task Of_many_under_one_key_at_one_moment_one_is_accepted_and_the_others_are_told()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var drafts = new List<AcceptedPage>();
        for (var i = 0; i < 8; i++)
        {
            drafts.Add(await bench.Draft.AcceptedAsync());
        }

        var results = await Task.WhenAll(drafts.Select(d => Task.Run(() => bench.TryAcceptAsync(d))));

        Assert.Equal(7, results.Count(r => r == AcceptResult.KeyTaken));
        var winner = drafts[Array.IndexOf(results, AcceptResult.Accepted)];
        var found = await bench.Pages.FindByKeyAsync(winner.Caller, "key", PageDraft.Now, CancellationToken.None);
        Assert.Equal(new IdempotentPage(winner.Page.Id, winner.RequestHash), found);
        Assert.Equal(1, await bench.CountAsync("page"));
    }

    [Theory]
    [InlineData("KEY")]
    [InlineData("key ")]
    public async Task Keys_that_differ_only_in_case_or_blanks_are_different_keys(string other)
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "key"));
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: other));
    }

    [Fact]
    public async Task A_key_is_the_callers_own_and_free_again_after_seven_days()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var first = await bench.Draft.AcceptedAsync();
        await bench.AcceptAsync(first);

        await bench.AcceptAsync(await bench.Draft.AcceptedAsync() with { Caller = "integration:other" });
        Assert.Null(await bench.Pages.FindByKeyAsync(first.Caller, "key", first.KeyFreeAt, CancellationToken.None));
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(now: first.KeyFreeAt));
    }

    [Fact]
    public async Task A_reference_is_one_pages_until_seven_days_after_it_was_closed()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var reference = bench.Draft.Reference();
        var first = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(reference: reference));
        Assert.Equal(AcceptResult.ReferenceTaken, await AcceptAsync(bench, reference, "second", PageDraft.Now + Duration.FromDays(100)));

        var closedAt = PageDraft.Now + Duration.FromHours(1);
        var closed = first.Escalation with { Phase = Domain.Escalation.EscalationPhase.Resolved, StepDueAt = null, ClosedAt = closedAt };
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(closed, closedAt)));

        var freeAt = closedAt + Duration.FromDays(7);
        Assert.Equal(AcceptResult.ReferenceTaken, await AcceptAsync(bench, reference, "third", freeAt - Duration.FromMilliseconds(1)));
        Assert.Equal(first.Page.Id, await bench.Pages.FindByReferenceAsync(reference, CancellationToken.None));
        Assert.Equal(AcceptResult.Accepted, await AcceptAsync(bench, reference, "fourth", freeAt));
        Assert.NotEqual(first.Page.Id, await bench.Pages.FindByReferenceAsync(reference, CancellationToken.None));
    }

    [Fact]
    public async Task A_page_decided_by_a_roster_that_has_changed_is_refused()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var accepted = await bench.Draft.AcceptedAsync();
        await bench.Hospital.Rosters.BumpAsync();

        Assert.Equal(AcceptResult.RosterMoved, await bench.TryAcceptAsync(accepted));
        Assert.All(await CountsAsync(bench), count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Pages_accepted_together_are_accepted_or_not_each_by_itself()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var before = await bench.Draft.AcceptedAsync(key: "before");
        await bench.AcceptAsync(before);
        var byOldRoster = await bench.Draft.AcceptedAsync(key: "old");
        await bench.Hospital.Rosters.BumpAsync();
        var (one, two) = (await bench.Draft.AcceptedAsync(key: "one"), await bench.Draft.AcceptedAsync(key: "two"));
        var sameKey = await bench.Draft.AcceptedAsync(key: "before");
        var sameReference = await bench.Draft.AcceptedAsync(reference: before.Page.Reference, key: "other");

        var results = await bench.Pages.AcceptAsync([one, sameKey, sameReference, byOldRoster, two], CancellationToken.None);

        Assert.Equal([AcceptResult.Accepted, AcceptResult.KeyTaken, AcceptResult.ReferenceTaken, AcceptResult.RosterMoved, AcceptResult.Accepted], results);
        var stored = await bench.Pages.LoadAsync([one.Page.Id, two.Page.Id, sameKey.Page.Id, sameReference.Page.Id, byOldRoster.Page.Id], CancellationToken.None);
        Assert.Equal(new HashSet<PageId> { one.Page.Id, two.Page.Id }, stored.Select(r => r.Page.Id).ToHashSet());
        Assert.Equal(3, await bench.CountAsync("page"));
        Assert.Equal(3, await bench.CountAsync("page_event"));
    }

    [Fact]
    public async Task Of_twins_in_one_group_the_first_is_accepted_and_the_others_are_decided_anew()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var one = await bench.Draft.AcceptedAsync(key: "one");
        var sameKey = await bench.Draft.AcceptedAsync(key: "one");
        var sameReference = await bench.Draft.AcceptedAsync(reference: one.Page.Reference, key: "two");

        var results = await bench.Pages.AcceptAsync([one, sameKey, sameReference], CancellationToken.None);

        Assert.Equal([AcceptResult.Accepted, AcceptResult.RosterMoved, AcceptResult.RosterMoved], results);
        Assert.Equal([AcceptResult.KeyTaken, AcceptResult.ReferenceTaken], await bench.Pages.AcceptAsync([sameKey, sameReference], CancellationToken.None));
        Assert.Equal(1, await bench.CountAsync("page"));
    }

    [Fact]
    public async Task One_that_waited_too_long_is_decided_anew_and_takes_no_other_with_it()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var pages = PagingBench.OpenPages(bench.Database, 9, new FakeClock(PageDraft.Now));
        var (fresh, old, given, over) = (await AgedAsync("fresh", 4), await AgedAsync("old", 6), await AgedAsync("given", 9, wasLate: true), await AgedAsync("over", 11, wasLate: true));

        var results = await pages.AcceptAsync([fresh, old, given, over], CancellationToken.None);

        Assert.Equal([AcceptResult.Accepted, AcceptResult.DecidedLate, AcceptResult.Accepted, AcceptResult.DecidedLate], results);
        var stored = await pages.LoadAsync([fresh.Page.Id, old.Page.Id, given.Page.Id, over.Page.Id], CancellationToken.None);
        Assert.Equal(new HashSet<PageId> { fresh.Page.Id, given.Page.Id }, stored.Select(r => r.Page.Id).ToHashSet());

        async Task<AcceptedPage> AgedAsync(string key, int seconds, bool wasLate = false)
        {
            var drafted = await bench.Draft.AcceptedAsync(key: key);
            return drafted with { Change = drafted.Change with { Now = PageDraft.Now - Duration.FromSeconds(seconds), WasLate = wasLate } };
        }
    }

    [Fact]
    public async Task A_failure_leaves_nothing_of_the_whole_group()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var (one, broken) = (await bench.Draft.AcceptedAsync(key: "one"), await bench.Draft.AcceptedAsync(key: "broken"));
        var audit = broken.Change.Audit[0] with { Subject = null! };

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bench.Pages.AcceptAsync(
            [one, broken with { Change = broken.Change with { Audit = [audit] } }], CancellationToken.None));

        Assert.All(await CountsAsync(bench), count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Housekeeping_frees_what_is_over_and_nothing_else()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var open = await bench.Draft.AcceptedAsync();
        await bench.AcceptAsync(open);

        await bench.Pages.PurgeAsync(open.KeyFreeAt - Duration.FromMilliseconds(1), CancellationToken.None);
        Assert.Equal((1, 1), (await bench.CountAsync("idempotency_key"), await bench.CountAsync("page_reference")));
        await bench.Pages.PurgeAsync(open.KeyFreeAt, CancellationToken.None);
        Assert.Equal((0, 1), (await bench.CountAsync("idempotency_key"), await bench.CountAsync("page_reference")));
    }

    private static async Task<AcceptResult> AcceptAsync(PagingBench bench, PageReference reference, string key, Instant now) =>
        await bench.TryAcceptAsync(await bench.Draft.AcceptedAsync(reference: reference, key: key, now: now));

    private static async Task<IReadOnlyList<long>> CountsAsync(PagingBench bench)
    {
        var counts = new List<long>();
        foreach (var table in Written)
        {
            counts.Add(await bench.CountAsync(table));
        }

        return counts;
    }
}

public sealed class AcceptOnSqlite : AcceptContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class AcceptOnSqlServer : AcceptContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
