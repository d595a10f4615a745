using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Tests.Notifications;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

/// <summary>Acknowledged pages of which somebody wants to hear in time what came of them.</summary>
public abstract class OutcomeContract
{
    private static readonly Instant Now = PageDraft.Now;
    private static readonly Duration Within = Duration.FromMinutes(30);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task An_acknowledged_page_is_claimed_once_when_its_outcome_is_due_and_not_before()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var page = await TakenAsync(bench);

        Assert.Empty(await ClaimAsync(bench, "a", Now + Within - Duration.FromMilliseconds(1)));
        Assert.Equal([page.Page], await ClaimAsync(bench, "a", Now + Within));
        Assert.Empty(await ClaimAsync(bench, "b", Now + Within));
        Assert.Equal([page.Page], await ClaimAsync(bench, "b", Now + Within + Duration.FromSeconds(10)));
    }

    [Fact]
    public async Task The_alarm_is_for_the_outcome_too_and_after_a_claim_for_its_end()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        await TakenAsync(bench);
        Assert.Equal(Now + Within, await bench.Pages.EarliestDueAsync(CancellationToken.None));

        await ClaimAsync(bench, "a", Now + Within);
        Assert.Equal(Now + Within + Duration.FromSeconds(10), await bench.Pages.EarliestDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Eight_nodes_claim_a_hundred_pages_with_outcomes_due_each_exactly_once()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        for (var i = 0; i < 100; i++)
        {
            await TakenAsync(bench, key: $"{i}");
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Task.Run(() => ClaimUntilEmptyAsync(bench, $"node{node}"))));

        Assert.Equal((100, 100), (claims.Sum(c => c.Count), claims.SelectMany(c => c).Distinct().Count()));
    }

    [Fact]
    public async Task Without_a_time_for_the_outcome_or_once_it_is_closed_it_is_never_claimed()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        await TakenAsync(bench, key: "none", inTime: false);
        var closed = await TakenAsync(bench, key: "closed");
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(closed with { Phase = EscalationPhase.Resolved, ClosedAt = Now, OutcomeDueAt = null })));
        await bench.Hospital.Rosters.BumpAsync();

        Assert.Empty(await ClaimAsync(bench, "a", Now + Duration.FromDays(1)));
        Assert.Null(await bench.Pages.EarliestDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_roster_that_changes_leaves_an_acknowledged_page_in_peace()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        await TakenAsync(bench);
        await bench.Hospital.Rosters.BumpAsync();
        Assert.Empty(await ClaimAsync(bench, "a", Now));
    }

    [Fact]
    public async Task Of_an_answer_and_a_time_out_at_one_moment_the_second_writes_nothing_and_is_told()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var read = await TakenAsync(bench);
        var answered = await bench.Draft.ChangeAsync(read with { OutcomeDueAt = Now + (2 * Within) });
        var asked = await bench.Draft.ChangeAsync(read with { OutcomeDueAt = null, GoesOnAt = Now + Within + Duration.FromMinutes(5) });

        Assert.Empty((await bench.Pages.SaveAsync([answered], CancellationToken.None)).Lost);
        Assert.Equal([read.Page], (await bench.Pages.SaveAsync([asked], CancellationToken.None)).Lost);
        Assert.Equal(Now + (2 * Within), (await bench.LoadAsync(read.Page)).Escalation.DueAt);
    }

    [Theory]
    [InlineData(true, Standing.Acknowledged, true)]
    [InlineData(true, Standing.Notified, false)]
    [InlineData(false, Standing.Acknowledged, false)]
    public async Task What_asks_those_who_have_it_goes_out_only_while_they_are_being_asked(bool asked, Standing standing, bool wanted)
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = (await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms))).Escalation;
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        var next = Taken(page, Within) with { GoesOnAt = asked ? Now + Within : null, Responders = [page.Responders[0] with { Standing = standing }] };
        Assert.True(await outbox.Paging.SaveAsync(await outbox.Paging.Draft.ChangeAsync(next)));

        Assert.Equal(wanted, await outbox.IsStillWantedAsync(claimed, "a", Now));
    }

    [Fact]
    public async Task A_failure_to_reach_those_who_are_being_asked_brings_the_sweep_at_once()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = (await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms))).Escalation;
        var next = Taken(page, Within) with { OutcomeDueAt = null, GoesOnAt = Now + Within, Responders = [page.Responders[0] with { Standing = Standing.Acknowledged }] };
        Assert.True(await outbox.Paging.SaveAsync(await outbox.Paging.Draft.ChangeAsync(next)));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));

        Assert.True(await outbox.RecordAsync(claimed, "a", DeliveryStatus.FailedForGood));

        Assert.Equal(Now, await outbox.Paging.Pages.EarliestDueAsync(CancellationToken.None));
        Assert.Equal([page.Page], await ClaimAsync(outbox.Paging, "a", Now));
        Assert.Equal((page.Page, outbox.Person.Id), Assert.Single(await outbox.Store.FailedPeopleAsync([page.Page], CancellationToken.None)));
    }

    [Fact]
    public async Task The_board_shows_what_is_open_and_what_is_overdue_and_a_list_of_open_pages_only_the_first()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var open = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "open"));
        await TakenAsync(bench, key: "in time");
        var overdue = await TakenAsync(bench, key: "overdue");
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(overdue with { OutcomeDueAt = null, GoesOnAt = Now + Within })));

        Assert.Equivalent(new[] { open.Page.Id, overdue.Page }, await ListAsync(bench, orOverdue: true), strict: true);
        Assert.Equal([open.Page.Id], await ListAsync(bench, orOverdue: false));
    }

    private static async Task<Escalation> TakenAsync(PagingBench bench, string key = "key", bool inTime = true)
    {
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: key))).Escalation;
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(Taken(page, inTime ? Within : null))));
        return (await bench.LoadAsync(page.Page)).Escalation;
    }

    private static Escalation Taken(Escalation page, Duration? within) => page with
    {
        Phase = EscalationPhase.Acknowledged,
        StepDueAt = null,
        OutcomeWithin = within,
        OutcomeDueAt = Now + within,
        Acknowledgements = [new Acknowledgement(null, "Dr A", Now, null, null)],
    };

    private static async Task<List<PageId>> ClaimUntilEmptyAsync(PagingBench bench, string node)
    {
        var mine = new List<PageId>();
        while (await ClaimAsync(bench, node, Now + Within, most: 7) is { Count: > 0 } part)
        {
            mine.AddRange(part);
        }

        return mine;
    }

    private static Task<IReadOnlyList<PageId>> ClaimAsync(PagingBench bench, string node, Instant now, int most = 100) =>
        bench.Pages.ClaimDueAsync(node, now, now + Duration.FromSeconds(10), most, CancellationToken.None);

    private static async Task<PageId[]> ListAsync(PagingBench bench, bool orOverdue) =>
        [.. (await bench.Pages.ListAsync(new PageFilter(PageState.Open, null, null, null, 10, OrOverdue: orOverdue), CancellationToken.None)).Select(r => r.Page.Id)];
}

public sealed class OutcomeOnSqlite : OutcomeContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class OutcomeOnSqlServer : OutcomeContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
