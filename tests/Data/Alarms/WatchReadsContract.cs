using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Data.Alarms;
using OnCall.Data.Tests.Notifications;
using OnCall.Data.Tests.Paging;
using OnCall.Data.Tests.Rosters;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Alarms;

public abstract class WatchReadsContract
{
    private static readonly Instant Now = PageDraft.Now;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Nothing_is_overdue_before_its_time()
    {
        await using var bench = await OutboxBench.OpenAsync(OpenAsync());
        await bench.PageAsync(bench.Ask(ContactMethodKind.Push, Now + Duration.FromSeconds(1)));

        Assert.Empty(await new WatchReads(bench.Paging.Database).OldestAsync(Now, CancellationToken.None));
    }

    [Fact]
    public async Task The_longest_due_of_each_kind_is_told()
    {
        await using var bench = await OutboxBench.OpenAsync(OpenAsync());
        var late = Now + Duration.FromSeconds(30);
        await bench.PageAsync(bench.Ask(ContactMethodKind.Push, Now + Duration.FromSeconds(5)), bench.Ask(ContactMethodKind.Sms, Now + Duration.FromSeconds(7)));
        await bench.PageAsync(bench.Ask(ContactMethodKind.Push, Now + Duration.FromSeconds(3)));
        await bench.Paging.AcceptAsync(await bench.Paging.Draft.AcceptedAsync(key: "late", dueAt: Now + Duration.FromSeconds(1)));

        var overdue = await new WatchReads(bench.Paging.Database).OldestAsync(late, CancellationToken.None);

        Assert.Equal(
            [new(null, Now + Duration.FromSeconds(1)), new(ContactMethodKind.Push, Now + Duration.FromSeconds(3)), new(ContactMethodKind.Sms, Now + Duration.FromSeconds(7))],
            overdue.OrderBy(o => o.DueAt));
    }

    [Fact]
    public async Task A_claim_that_has_ended_without_an_answer_is_overdue_and_one_that_lasts_is_not()
    {
        await using var bench = await OutboxBench.OpenAsync(OpenAsync());
        await bench.PageAsync(bench.Ask(ContactMethodKind.Push));
        await bench.ClaimAsync(ContactMethodKind.Push, "alpha");
        var reads = new WatchReads(bench.Paging.Database);

        Assert.Empty(await reads.OldestAsync(Now + Duration.FromSeconds(9), CancellationToken.None));
        Assert.Equal(new OverdueWork(ContactMethodKind.Push, Now + Duration.FromSeconds(10)), Assert.Single(await reads.OldestAsync(Now + Duration.FromSeconds(60), CancellationToken.None)));
    }

    [Fact]
    public async Task A_failure_that_no_sweep_has_seen_to_is_overdue()
    {
        await using var bench = await OutboxBench.OpenAsync(OpenAsync());
        await bench.PageAsync(bench.Ask(ContactMethodKind.Push));
        var claimed = Assert.Single(await bench.ClaimAsync(ContactMethodKind.Push, "alpha"));
        await bench.RecordAsync(claimed, "alpha", DeliveryStatus.FailedForGood);

        Assert.Equal([new OverdueWork(null, Now)], await new WatchReads(bench.Paging.Database).OldestAsync(Now + Duration.FromSeconds(20), CancellationToken.None));
    }

    [Fact]
    public async Task A_roster_ends_with_its_last_shift_in_force()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var reads = new WatchReads(data.Database);
        Assert.Empty(await reads.EndsAsync(CancellationToken.None));

        await data.PublishAsync(data.Draft(data.Ada, 0, 8), data.Draft(data.Chiyo, 0, 4, data.Clinic));
        var (longer, _) = await data.PublishAsync(data.Draft(data.Bram, 8, 20));
        Assert.Equal(RosterData.Hour(20), (await reads.EndsAsync(CancellationToken.None))[data.Ward]);
        Assert.Equal(RosterData.Hour(4), (await reads.EndsAsync(CancellationToken.None))[data.Clinic]);

        await data.RollBackAsync(longer);
        Assert.Equal(RosterData.Hour(8), (await reads.EndsAsync(CancellationToken.None))[data.Ward]);
    }
}

public sealed class WatchReadsOnSqlite : WatchReadsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class WatchReadsOnSqlServer : WatchReadsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
