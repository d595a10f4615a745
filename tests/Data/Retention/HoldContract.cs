using NodaTime;
using OnCall.Application.Retention;
using OnCall.Domain.Paging;
using OnCall.Domain.Retention;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Retention;

public abstract class HoldContract
{
    private const int Races = 30;

    protected abstract Task<TestDatabase> OpenAsync();

    [Theory]
    [InlineData("page")]
    [InlineData("person")]
    [InlineData("unit")]
    public async Task What_a_hold_stands_on_stays_until_it_is_lifted_and_the_report_says_so(string on)
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var held = await data.ClosedAsync(daysAgo: 40);
        await data.RuleAsync(RetentionClass.UrgentPages, 30);
        await data.RuleAsync(RetentionClass.Deliveries, 30);
        var hold = await data.HoldAsync(on switch { "page" => HoldTarget.Of(held), "person" => HoldTarget.Of(data.Ann.Id), _ => HoldTarget.Of(data.Ward.Id) });

        var run = await data.RunAsync();
        Assert.Empty(run.Purged);
        Assert.Equal(
            [new(hold.Id, RetentionClass.Deliveries, KeptKind.Deliveries, 1), new(hold.Id, RetentionClass.UrgentPages, KeptKind.Page, 1)], run.Held);
        Assert.True(await data.CountAsync("notification", held) > 0 && await data.IsThereAsync(held));

        var lift = new HoldLift(RetentionData.Now, "person:A1", "The case is closed");
        Assert.True(await data.Holds.LiftAsync(hold.Id, lift, RetentionData.Audit("hold.lift"), CancellationToken.None));
        Assert.False(await data.Holds.LiftAsync(hold.Id, lift, RetentionData.Audit("hold.lift"), CancellationToken.None));
        Assert.Equal(hold with { Lifted = lift }, Assert.Single(await data.Holds.AllAsync(CancellationToken.None)));

        await data.RunAsync();
        Assert.False(await data.IsThereAsync(held));
        Assert.NotNull(await data.Holds.FindAsync(hold.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_hold_on_one_page_or_on_somebody_else_keeps_no_other()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var (held, other) = (await data.ClosedAsync(daysAgo: 40), await data.ClosedAsync(daysAgo: 41));
        var stranger = await data.Bench.Hospital.AddPersonAsync("N2");
        await data.RuleAsync(RetentionClass.UrgentPages, 30);
        await data.HoldAsync(HoldTarget.Of(held));
        await data.HoldAsync(HoldTarget.Of(stranger.Id));

        await data.RunAsync();

        Assert.Equal((true, false), (await data.IsThereAsync(held), await data.IsThereAsync(other)));
    }

    [Fact]
    public async Task A_hold_that_comes_after_the_look_and_before_the_purge_is_kept_to()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var page = await data.ClosedAsync(daysAgo: 40);
        await data.RuleAsync(RetentionClass.UrgentPages, 30);
        var run = new RetentionRunId(data.NewId());
        await data.Runs.StartAsync(run, "alpha", new LocalDate(2026, 11, 23), RetentionData.Now, CancellationToken.None);
        var found = await data.Items.FindAsync(RetentionClass.UrgentPages, KeptKind.Page, RetentionData.Now, null, 10, CancellationToken.None);
        Assert.Equal(page.Value, Assert.Single(found.Items).Id.Value);

        await data.HoldAsync(HoldTarget.Of(page));

        Assert.Equal(0, await data.Items.PurgeAsync(new PurgeBatch(run, RetentionClass.UrgentPages, KeptKind.Page, [found.Items[0].Id], RetentionData.Now), CancellationToken.None));
        Assert.True(await data.IsThereAsync(page));
    }

    [Fact]
    public async Task A_page_that_is_gone_cannot_be_held()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var page = await data.ClosedAsync(daysAgo: 40);
        await data.RuleAsync(RetentionClass.UrgentPages, 30);
        await data.RunAsync();

        var hold = new LegalHold(new HoldId(data.NewId()), HoldTarget.Of(page), "label", "Case 12", RetentionData.Now, "person:A1", null);
        Assert.False(await data.Holds.PlaceAsync(hold, RetentionData.Audit("hold.place"), CancellationToken.None));
        Assert.Empty(await data.Holds.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_places_a_hold_while_another_node_purges_has_the_page_or_is_told_that_it_is_gone()
    {
        await using var data = await RetentionData.OpenAsync(OpenAsync());
        var (purger, holder) = (data.Bench.OpenAgain(), data.Bench.OpenAgain());
        await data.RuleAsync(RetentionClass.UrgentPages, 30);
        var run = new RetentionRunId(data.NewId());
        await data.Runs.StartAsync(run, "alpha", new LocalDate(2026, 11, 23), RetentionData.Now, CancellationToken.None);
        var pages = new List<PageId>();
        for (var i = 0; i < Races; i++)
        {
            pages.Add(await data.ClosedAsync(daysAgo: 40));
        }

        var holds = pages.ConvertAll(p => new LegalHold(new HoldId(data.NewId()), HoldTarget.Of(p), "label", "Case 12", RetentionData.Now, "person:A1", null));
        var purging = Task.Run(async () =>
        {
            foreach (var page in pages)
            {
                await RetentionData.ItemsOf(purger).PurgeAsync(
                    new PurgeBatch(run, RetentionClass.UrgentPages, KeptKind.Page, [new KeptId(page.Value)], RetentionData.Now), CancellationToken.None);
            }
        });
        var store = new Data.Retention.HoldStore(holder);
        var placing = Task.Run(async () =>
        {
            var placed = new List<bool>();
            foreach (var hold in holds.AsEnumerable().Reverse())
            {
                placed.Add(await store.PlaceAsync(hold, RetentionData.Audit("hold.place"), CancellationToken.None));
            }

            placed.Reverse();
            return placed;
        });
        await purging;
        var held = await placing;

        for (var i = 0; i < Races; i++)
        {
            Assert.Equal((i, held[i]), (i, await data.IsThereAsync(pages[i])));
        }
    }
}

public sealed class HoldOnSqlite : HoldContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class HoldOnSqlServer : HoldContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
