using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Microsoft.Data.SqlClient;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Notifications;
using OnCall.Data.Paging;
using OnCall.Data.Tests.Notifications;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.SqlServer;

/// <summary>Another node is frozen in the midst of a transaction, and holds a row.</summary>
public sealed class FrozenNodeOnSqlServer
{
    // The limit is 1 s; a command's time-out would be 30 s.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_waits_for_the_row_a_moment_and_goes_through_when_the_other_is_gone()
    {
        await using var bench = await PagingBench.OpenAsync(TestDatabase.SqlServerAsync());
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Escalation;
        var change = await bench.Draft.ChangeAsync(page);
        await using (await HoldAsync(bench, "update escalation set version = version where page_id = @page", new { page = page.Page.Value }))
        {
            var since = Stopwatch.GetTimestamp();

            var written = await PagesOf(bench).SaveAsync([change], Cancel);

            Assert.Equal((NotWritten.Blocked, page.Page), (written.Why, Assert.Single(written.Lost)));
            Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.FromSeconds(0.8), Soon);
        }

        Assert.True(await bench.SaveAsync(change));
    }

    [Fact]
    public async Task A_decision_by_a_roster_that_changed_while_it_waited_is_not_written()
    {
        await using var bench = await PagingBench.OpenAsync(TestDatabase.SqlServerAsync());
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Escalation;
        var database = new EngineDatabase(bench.ConnectionString);
        var pages = PagingBench.OpenPages(database, 9);

        // Where the roster changes before the server has begun with the statement, that one finds it moved by itself.
        var hasWaited = false;
        for (var round = 0; round < 20 && !hasWaited; round++)
        {
            var (change, sent) = (await bench.Draft.ChangeAsync(page), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            database.Sent = () => sent.TrySetResult();
            Task<PageWrite> saving;
            await using (await HoldAsync(bench, "update escalation set version = version where page_id = @page", new { page = page.Page.Value }))
            {
                saving = pages.SaveAsync([change], Cancel);
                await sent.Task.WaitAsync(Soon, Cancel);
                await bench.Hospital.Rosters.BumpAsync();
            }

            var written = await saving;
            Assert.Equal([page.Page], written.Lost);
            Assert.Equal(page.Version, (await bench.LoadAsync(page.Page)).Escalation.Version);
            hasWaited = written.Why == NotWritten.Moved;
        }

        Assert.True(hasWaited, "No statement waited for the row while the roster changed.");
    }

    [Fact]
    public async Task Pages_that_are_written_together_are_each_written_alone_where_the_key_of_one_is_held()
    {
        await using var bench = await PagingBench.OpenAsync(TestDatabase.SqlServerAsync());
        var before = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "before"));
        var (one, held, two) = (await bench.Draft.AcceptedAsync(key: "one"), await bench.Draft.AcceptedAsync(key: "held"), await bench.Draft.AcceptedAsync(key: "two"));
        const string Insert = "insert into idempotency_key (caller, key_hash, request_hash, page_id, free_at) values (@caller, @key, '', @page, '2030-01-01')";
        await using (await HoldAsync(bench, Insert, new { caller = held.Caller, key = PageStore.HashOf(held.IdempotencyKey), page = before.Page.Id.Value }))
        {
            Assert.Equal([AcceptResult.Blocked, AcceptResult.Blocked, AcceptResult.Blocked], await PagesOf(bench).AcceptAsync([one, held, two], Cancel));
            Assert.Equal(AcceptResult.Accepted, await bench.TryAcceptAsync(one));
            Assert.Equal([AcceptResult.Blocked], await PagesOf(bench).AcceptAsync([held], Cancel));
            Assert.Equal(AcceptResult.Accepted, await bench.TryAcceptAsync(two));
        }

        Assert.Equal(AcceptResult.Accepted, await bench.TryAcceptAsync(held));
    }

    [Fact]
    public async Task Of_results_that_are_written_together_those_beside_one_that_is_held_are_written_each_by_itself()
    {
        await using var bench = await OutboxBench.OpenAsync(TestDatabase.SqlServerAsync());
        await bench.PageAsync(bench.Ask(ContactMethodKind.Sms), bench.Ask(ContactMethodKind.Sms));
        var results = (await bench.ClaimAsync(ContactMethodKind.Sms, "a")).Select(OutboxBench.Taken).ToList();
        Assert.Equal(2, results.Count);
        var outbox = new NotificationStore(new EngineDatabase(bench.Paging.ConnectionString));
        await using (await HoldAsync(bench.Paging, "update notification set detail = detail where notification_id = @id", new { id = results[1].Notification.Id.Value }))
        {
            Assert.Equal([false, false], await outbox.RecordAllAsync(results, Cancel));
            Assert.True(await outbox.RecordAsync(results[0], Cancel));
        }

        Assert.True(await outbox.RecordAsync(results[1], Cancel));
    }

    [Fact]
    public async Task While_a_publication_holds_the_stamp_a_dead_address_keeps_its_failure_from_nobody()
    {
        await using var bench = await OutboxBench.OpenAsync(TestDatabase.SqlServerAsync());
        await bench.PageAsync(bench.Paging.Draft.Ask(bench.Person, bench.Person.ContactMethods[0], null));
        var claimed = Assert.Single(await bench.ClaimAsync(ContactMethodKind.Push, "a"));
        var dead = OutboxBench.Taken(claimed) with { Answer = new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "Unknown.", AddressIsDead: true) };
        await using (await HoldAsync(bench.Paging, "update roster_stamp set stamp = stamp where id = @id", new { id = 1 }))
        {
            Assert.True(await new NotificationStore(new EngineDatabase(bench.Paging.ConnectionString)).RecordAsync(dead, Cancel));
        }

        // What it shows about the address is learned by the next attempt.
        Assert.Equal("Failed", (await bench.RowAsync(claimed.Id)).State);
        Assert.Equal(1, await bench.Paging.CountAsync("contact_method"));
    }

    [Fact]
    public async Task While_a_publication_holds_the_stamp_a_receipt_keeps_its_failure_from_nobody()
    {
        await using var bench = await OutboxBench.OpenAsync(TestDatabase.SqlServerAsync());
        var eve = await bench.Paging.Hospital.AddPersonAsync("N2", bench.Paging.Hospital.Method(ContactMethodKind.Sms));
        await bench.PageAsync(bench.Paging.Draft.Ask(eve, eve.ContactMethods[0]));
        var claimed = Assert.Single(await bench.ClaimAsync(ContactMethodKind.Sms, "a"));
        var outbox = new NotificationStore(new EngineDatabase(bench.Paging.ConnectionString));
        Assert.True(await outbox.RecordAsync(OutboxBench.Taken(claimed), Cancel));
        var receipt = new DeliveryReceipt(ContactMethodKind.Sms, "SM1", DeliveryStatus.FailedForGood, "Opted out.") { Notification = claimed.Id, OptedOut = true };
        var sent = await outbox.FindAsync(receipt, Cancel);
        await using (await HoldAsync(bench.Paging, "update roster_stamp set stamp = stamp where id = @id", new { id = 1 }))
        {
            Assert.True(await outbox.RecordReceiptAsync(sent!, receipt, claimed.ClaimedUntil, Cancel));
        }

        Assert.Equal("Failed", (await bench.RowAsync(claimed.Id)).State);
    }

    private static PageStore PagesOf(PagingBench bench) => PagingBench.OpenPages(new EngineDatabase(bench.ConnectionString), 9);

    /// <summary>Runs a statement in a transaction that stays open until it is disposed of, and is undone then.</summary>
    private static async Task<IAsyncDisposable> HoldAsync(PagingBench bench, string sql, object parameters)
    {
        var frozen = new SqlConnection(bench.ConnectionString);
        await frozen.OpenAsync(Cancel);
        var transaction = await frozen.BeginTransactionAsync(Cancel);
        await frozen.ExecuteAsync(sql, parameters, transaction);
        return new Held(frozen, transaction);
    }

    private sealed class Held(SqlConnection connection, DbTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
