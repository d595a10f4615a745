using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Notifications;

public abstract class ReceiptContract
{
    private static readonly Instant Now = PageDraft.Now;

    protected abstract Task<TestDatabase> OpenAsync();

    [Theory]
    [InlineData(DeliveryStatus.Accepted, DeliveryStatus.Delivered, "Delivered")]
    [InlineData(DeliveryStatus.Accepted, DeliveryStatus.FailedForGood, "Failed")]
    [InlineData(DeliveryStatus.Accepted, DeliveryStatus.Accepted, null)]
    [InlineData(DeliveryStatus.Delivered, DeliveryStatus.Accepted, null)]
    [InlineData(DeliveryStatus.Delivered, DeliveryStatus.FailedForGood, null)]
    [InlineData(DeliveryStatus.Delivered, DeliveryStatus.Delivered, null)]
    [InlineData(DeliveryStatus.FailedForGood, DeliveryStatus.Accepted, null)]
    [InlineData(DeliveryStatus.FailedForGood, DeliveryStatus.Delivered, null)]
    [InlineData(DeliveryStatus.Indeterminate, DeliveryStatus.Accepted, "Accepted")]
    [InlineData(DeliveryStatus.Indeterminate, DeliveryStatus.Delivered, "Delivered")]
    [InlineData(DeliveryStatus.Indeterminate, DeliveryStatus.FailedForGood, "Failed")]
    public async Task A_receipt_says_something_new_or_nothing(DeliveryStatus before, DeliveryStatus receipt, string? after)
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        Assert.True(await outbox.RecordAsync(claimed, "a", before, "SM1"));
        var (was, lines) = ((await outbox.RowAsync(claimed.Id)).State, await LinesAsync(outbox, page));

        Assert.Equal(after is not null, await ReceiveAsync(outbox, new DeliveryReceipt(ContactMethodKind.Sms, "SM1", receipt, "Receipt.")));

        Assert.Equal(after ?? was, (await outbox.RowAsync(claimed.Id)).State);
        Assert.Equal(lines + (after is null ? 0 : 1), await LinesAsync(outbox, page));
    }

    [Theory]
    [InlineData(DeliveryStatus.Delivered, "Delivered")]
    [InlineData(DeliveryStatus.Accepted, "Accepted")]
    [InlineData(DeliveryStatus.FailedForGood, "Failed")]
    public async Task A_receipt_that_comes_before_the_answer_to_the_call_counts_and_teaches_the_providers_id(DeliveryStatus receipt, string state)
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));

        Assert.True(await ReceiveAsync(outbox, Early(claimed, "SM1", receipt)));

        Assert.Equal((state, "SM1"), await outbox.RowAsync(claimed.Id));
        Assert.True(await outbox.RecordAsync(claimed, "a", DeliveryStatus.Accepted, "SM1"));
        Assert.Equal((state, "SM1"), await outbox.RowAsync(claimed.Id));
        Assert.Empty(await outbox.ClaimAsync(ContactMethodKind.Sms, "b", Now + Duration.FromMinutes(1)));
    }

    [Fact]
    public async Task A_late_failure_of_an_attempt_that_was_made_again_does_not_fail_the_new_one()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var first = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        var second = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "b", Now + Duration.FromSeconds(10)));

        Assert.False(await ReceiveAsync(outbox, Early(first, "SM1", DeliveryStatus.FailedForGood)));
        Assert.True(await outbox.RecordAsync(second, "b", DeliveryStatus.Accepted, "SM2"));
        Assert.False(await ReceiveAsync(outbox, Early(first, "SM1", DeliveryStatus.FailedForGood)));
        Assert.Equal(("Accepted", "SM2"), await outbox.RowAsync(first.Id));

        // That it reached them is true whichever attempt it was.
        Assert.True(await ReceiveAsync(outbox, Early(first, "SM1", DeliveryStatus.Delivered)));
    }

    [Fact]
    public async Task That_an_earlier_attempt_was_taken_does_not_hide_that_the_next_one_failed()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms), outbox.Ask(ContactMethodKind.Snpp, Now + Duration.FromMinutes(1)));
        var first = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        var second = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "b", Now + Duration.FromSeconds(10)));

        Assert.False(await ReceiveAsync(outbox, Early(first, "SM1", DeliveryStatus.Accepted)));
        Assert.True(await outbox.RecordAsync(second, "b", DeliveryStatus.FailedForGood));

        Assert.Equal("Failed", (await outbox.RowAsync(first.Id)).State);
        Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Snpp, "a", Now + Duration.FromSeconds(10)));
        Assert.False(await ReceiveAsync(outbox, Early(first, "SM1", DeliveryStatus.Accepted)));
    }

    [Fact]
    public async Task That_some_attempt_was_taken_hides_nothing_where_there_were_several()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms), outbox.Ask(ContactMethodKind.Snpp, Now + Duration.FromMinutes(1)));
        var first = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        var second = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "b", Now + Duration.FromSeconds(10)));

        Assert.False(await ReceiveAsync(outbox, Early(first, "SM1", DeliveryStatus.Accepted) with { Attempt = null }));
        Assert.True(await outbox.RecordAsync(second, "b", DeliveryStatus.FailedForGood));

        Assert.Equal("Failed", (await outbox.RowAsync(first.Id)).State);
    }

    [Fact]
    public async Task That_the_only_attempt_was_taken_is_news_though_it_is_not_named()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var only = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));

        Assert.True(await ReceiveAsync(outbox, Early(only, "SM1", DeliveryStatus.Accepted) with { Attempt = null }));

        Assert.Equal("Accepted", (await outbox.RowAsync(only.Id)).State);
    }

    [Fact]
    public async Task A_failure_that_is_reported_later_marks_the_page_and_brings_the_next_method_forward()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms), outbox.Ask(ContactMethodKind.Snpp, Now + Duration.FromMinutes(1)));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        Assert.True(await outbox.RecordAsync(claimed, "a", DeliveryStatus.Accepted, "SM1"));

        Assert.True(await ReceiveAsync(outbox, new DeliveryReceipt(ContactMethodKind.Sms, "SM1", DeliveryStatus.FailedForGood, "Undelivered.")));

        Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Snpp, "a"));
        Assert.Equal([page.Page.Id], await outbox.Paging.Pages.ClaimDueAsync("a", Now, Now, 10, CancellationToken.None));
        var line = (await outbox.Paging.Pages.EventsAsync(page.Page.Id, CancellationToken.None))[^1];
        Assert.Equal((PageEventKind.Failed, outbox.Person.Name, "Undelivered."), (line.Kind, line.Who, line.Detail));
    }

    [Fact]
    public async Task A_receipt_about_nothing_of_ours_is_found_nowhere()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        Assert.True(await outbox.RecordAsync(claimed, "a", DeliveryStatus.Accepted, "SM1"));

        Assert.Null(await FindAsync(outbox, new DeliveryReceipt(ContactMethodKind.Sms, "SM2", DeliveryStatus.Delivered, "")));
        Assert.Null(await FindAsync(outbox, new DeliveryReceipt(ContactMethodKind.Push, "SM1", DeliveryStatus.Delivered, "")));
        Assert.Null(await FindAsync(outbox, new DeliveryReceipt(ContactMethodKind.Sms, "SM1", DeliveryStatus.Delivered, "", new NotificationId(new Guid("00000000-0000-0000-0000-0000000000ff")))));
    }

    private static DeliveryReceipt Early(ClaimedNotification claimed, string providerId, DeliveryStatus status) =>
        new(ContactMethodKind.Sms, providerId, status, "Receipt.", claimed.Id, claimed.Attempt);

    private static Task<SentNotification?> FindAsync(OutboxBench outbox, DeliveryReceipt receipt) => outbox.Store.FindAsync(receipt, CancellationToken.None);

    private static async Task<bool> ReceiveAsync(OutboxBench outbox, DeliveryReceipt receipt)
    {
        var sent = await FindAsync(outbox, receipt);
        Assert.NotNull(sent);
        return await outbox.Store.RecordReceiptAsync(sent, receipt, Now, CancellationToken.None);
    }

    private static async Task<int> LinesAsync(OutboxBench outbox, PageRecord page) =>
        (await outbox.Paging.Pages.EventsAsync(page.Page.Id, CancellationToken.None)).Count;
}

public sealed class ReceiptOnSqlite : ReceiptContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class ReceiptOnSqlServer : ReceiptContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
