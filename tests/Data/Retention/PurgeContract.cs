using NodaTime;
using OnCall.Application.Retention;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Retention;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Retention;

public abstract class PurgeContract
{
    private static readonly string[] OfAPage =
        ["page", "escalation", "page_reference", "idempotency_key", "page_responder", "notification", "page_event"];

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Nothing_goes_until_somebody_says_so()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var page = await data.ClosedAsync(daysAgo: 4000);

        var run = await data.RunAsync();

        Assert.Equal(RunOutcome.Done, run.Outcome);
        Assert.Empty(run.Purged);
        Assert.True(await data.IsThereAsync(page));
    }

    [Fact]
    public async Task A_page_goes_with_all_that_belongs_to_it_when_its_days_are_over()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var old = await data.ClosedAsync(daysAgo: 40);
        var cancelled = await data.ClosedAsync(daysAgo: 35, phase: EscalationPhase.Cancelled);
        var young = await data.ClosedAsync(daysAgo: 20);
        var code = await data.ClosedAsync(daysAgo: 40, Urgency.Code);
        await data.RuleAsync(RetentionClass.UrgentPages, 30, data.Ward.Id);

        var run = await data.RunAsync();

        foreach (var table in OfAPage)
        {
            Assert.Equal((table, 0, 0), (table, await data.CountAsync(table, old), await data.CountAsync(table, cancelled)));
            Assert.True(await data.CountAsync(table, young) > 0 && await data.CountAsync(table, code) > 0, table);
        }

        Assert.Equal((1, 1, 0), (await data.CountAsync("purged_page", old), await data.CountAsync("purged_page", cancelled), await data.CountAsync("purged_page", young)));
        Assert.Equal(
            new PurgedCount(RetentionClass.UrgentPages, KeptKind.Page, data.Ward.Id, 30, 2, RetentionData.Now - Duration.FromDays(40), RetentionData.Now - Duration.FromDays(35)),
            Assert.Single(run.Purged));
        Assert.Equal(RunOutcome.Done, run.Outcome);
    }

    [Theory]
    [InlineData(EscalationPhase.Stepping)]
    [InlineData(EscalationPhase.AtDesk)]
    [InlineData(EscalationPhase.Acknowledged)]
    public async Task A_page_that_is_not_closed_never_goes_however_old_it_is(EscalationPhase phase)
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var page = await data.OpenPageAsync(daysAgo: 4000);
        var record = await data.Bench.LoadAsync(page);
        var standing = record.Escalation with { Phase = phase, StepDueAt = null, ClosedAt = null };
        Assert.True(await data.Bench.SaveAsync(await data.Bench.Draft.ChangeAsync(standing, RetentionData.Now) with { Silenced = [null] }));
        await data.RuleAsync(RetentionClass.UrgentPages, 30);
        await data.RuleAsync(RetentionClass.Deliveries, 30);
        var run = new RetentionRunId(data.NewId());
        Assert.True(await data.Runs.StartAsync(run, "alpha", new LocalDate(2026, 11, 23), RetentionData.Now, CancellationToken.None));

        // Also where somebody asks for it by its id.
        var purged = await data.Items.PurgeAsync(
            new PurgeBatch(run, RetentionClass.UrgentPages, KeptKind.Page, [new KeptId(page.Value)], RetentionData.Now), CancellationToken.None);

        Assert.Equal(0, purged);
        Assert.Empty((await data.RunAsync()).Purged);
        Assert.True(await data.CountAsync("notification", page) > 0 && await data.IsThereAsync(page));
    }

    [Fact]
    public async Task Attempts_go_before_their_page_and_the_trail_stays()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var page = await data.ClosedAsync(daysAgo: 40);
        await data.RuleAsync(RetentionClass.Deliveries, 30);
        await data.RuleAsync(RetentionClass.UrgentPages, 400);

        Assert.Equal((KeptKind.Deliveries, 1), (Assert.Single((await data.RunAsync()).Purged) is var line ? (line.Kind, line.Purged) : default));
        Assert.Equal((0, 0), (await data.CountAsync("notification", page), await data.CountAsync("purged_page", page)));
        Assert.True(await data.CountAsync("page_event", page) > 0 && await data.IsThereAsync(page));
        Assert.Empty((await data.RunAsync()).Purged);
    }

    [Fact]
    public async Task What_is_written_to_a_page_in_the_moment_in_which_it_goes_does_not_stay_behind()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var page = await data.ClosedAsync(daysAgo: 40);
        await data.RuleAsync(RetentionClass.UrgentPages, 30);
        await data.RunAsync();

        await data.Bench.Pages.AppendAsync(
            [new(0, page, RetentionData.Now, PageEventKind.Message, null, "Ann", ContactMethodKind.Sms, "Late words")], RetentionData.Audit("page.message"), CancellationToken.None);
        Assert.Equal(1, await data.CountAsync("page_event", page));
        await data.RunAsync();

        Assert.Equal(0, await data.CountAsync("page_event", page));
    }

    [Fact]
    public async Task Many_go_in_small_batches_and_a_run_that_is_over_goes_on_another_day()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        for (var i = 0; i < 30; i++)
        {
            await data.ClosedAsync(daysAgo: 40 + i);
        }

        await data.RuleAsync(RetentionClass.UrgentPages, 30);
        var batches = new CountedItems(data.Items, data.Clock, Duration.FromMinutes(1));
        data.Clock.Advance(Duration.FromDays(1));
        await data.Running(RetentionPace.Usual with { Look = 7, Batch = 3, Pause = TimeSpan.Zero, Longest = Duration.FromSeconds(210) }, batches).RunAsync(CancellationToken.None);

        var first = Assert.Single(await data.Runs.ListAsync(null, 10, CancellationToken.None));
        Assert.Equal((RunOutcome.TimeOver, 10), (first.Outcome, Assert.Single(first.Purged).Purged));
        Assert.Equal([3, 3, 1, 3], batches.Sizes);

        Assert.Null(await data.Running().RunAsync(CancellationToken.None));
        var second = await data.RunAsync();
        Assert.Equal((RunOutcome.Done, 20), (second.Outcome, Assert.Single(second.Purged).Purged));
    }

    [Fact]
    public async Task It_gives_way_while_a_page_waits()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        await data.ClosedAsync(daysAgo: 40);
        await data.OpenPageAsync(daysAgo: 0);
        await data.RuleAsync(RetentionClass.UrgentPages, 30);

        var run = await data.RunAsync();

        Assert.Equal(RunOutcome.GaveWay, run.Outcome);
        Assert.Empty(run.Purged);
    }

    [Fact]
    public async Task One_node_has_the_run_of_a_day_and_one_that_stood_still_purges_nothing_more()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var page = await data.ClosedAsync(daysAgo: 40);
        await data.RuleAsync(RetentionClass.UrgentPages, 30);
        var (first, second, third) = (new RetentionRunId(data.NewId()), new RetentionRunId(data.NewId()), new RetentionRunId(data.NewId()));
        var day = new LocalDate(2026, 11, 23);
        Assert.True(await data.Runs.StartAsync(first, "alpha", day, RetentionData.Now, CancellationToken.None));
        Assert.False(await data.Runs.StartAsync(second, "beta", day, RetentionData.Now, CancellationToken.None));
        Assert.True(await data.Runs.StartAsync(third, "beta", day.PlusDays(1), RetentionData.Now, CancellationToken.None));

        var batch = new PurgeBatch(first, RetentionClass.UrgentPages, KeptKind.Page, [new KeptId(page.Value)], RetentionData.Now);
        Assert.Null(await data.Items.PurgeAsync(batch, CancellationToken.None));
        Assert.True(await data.IsThereAsync(page));
        Assert.Equal(1, await data.Items.PurgeAsync(batch with { Run = third }, CancellationToken.None));
    }
}

public sealed class PurgeOnSqlite : PurgeContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PurgeOnSqlServer : PurgeContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
