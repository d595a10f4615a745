using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Notices;

public abstract class NoticeOutboxContract
{
    [Fact]
    public async Task A_notice_keeps_its_facts_and_is_read_by_its_person_alone()
    {
        await using var data = await NoticeData.OnAsync(OpenAsync());
        var notice = await data.AddAsync();
        var other = await data.Hospital.AddPersonAsync("S2");

        var stored = await data.OnlyAsync();

        Assert.Equal(NoticeData.Facts.ToLine(), stored.Facts.ToLine());
        Assert.Equal(NoticeData.Facts.First, ((GapWarningFacts)stored.Facts).First);
        Assert.Equal((notice.Id, NoticeState.Open, null), (stored.Id, stored.State, stored.ToldAt));
        Assert.Empty(await data.Notices.OfPersonAsync(other.Id, NoticeData.Now - Duration.FromDays(1), CancellationToken.None));
        Assert.False(await data.Notices.SeeAsync(notice.Id, other.Id, NoticeData.Now, CancellationToken.None));
    }

    [Fact]
    public async Task The_same_subject_is_told_once()
    {
        await using var data = await NoticeData.OnAsync(OpenAsync());

        Assert.Equal(2, await data.Notices.AddAsync([data.Draft(), data.Draft(), data.Draft("gap:2")], CancellationToken.None));
        Assert.Equal(0, await data.Notices.AddAsync([data.Draft()], CancellationToken.None));
        Assert.NotNull(await data.ClaimAsync(ContactMethodKind.Sms));
        Assert.NotNull(await data.ClaimAsync(ContactMethodKind.Sms));
        Assert.Null(await data.ClaimAsync(ContactMethodKind.Sms));
    }

    [Fact]
    public async Task It_is_seen_once()
    {
        await using var data = await NoticeData.OnAsync(OpenAsync());
        var notice = await data.AddAsync();

        await data.Notices.SeeAsync(notice.Id, data.Sam.Id, NoticeData.Now, CancellationToken.None);
        Assert.True(await data.Notices.SeeAsync(notice.Id, data.Sam.Id, NoticeData.Until, CancellationToken.None));

        Assert.Equal(NoticeData.Now, (await data.OnlyAsync()).SeenAt);
    }

    [Fact]
    public async Task What_one_node_has_claimed_no_other_gets_until_the_claim_ends()
    {
        await using var data = await NoticeData.OnAsync(OpenAsync());
        await data.AddAsync();
        Assert.Equal([ContactMethodKind.Sms], await data.DueAsync());
        var first = await data.ClaimAsync(ContactMethodKind.Sms);

        Assert.Null(await data.ClaimAsync(ContactMethodKind.Sms, "b", Duration.FromSeconds(9)));
        Assert.Empty(await data.DueAsync());
        Assert.Equal([ContactMethodKind.Sms], await data.DueAsync(Duration.FromSeconds(10)));
        var again = await data.ClaimAsync(ContactMethodKind.Sms, "b", Duration.FromSeconds(10));

        Assert.Equal((first!.Id, 2), (again!.Id, again.Attempt));
        Assert.False(await data.RecordAsync(first, DeliveryStatus.Accepted));
        Assert.True(await data.RecordAsync(again, DeliveryStatus.Accepted, "b"));
        Assert.Equal((NoticeState.Told, NoticeData.Now), ((await data.OnlyAsync()).State, (await data.OnlyAsync()).ToldAt));
    }

    [Theory]
    [InlineData(DeliveryStatus.FailedForGood)]
    [InlineData(DeliveryStatus.Indeterminate)]
    public async Task The_next_contact_method_is_tried_when_one_has_failed_and_then_nobody_was_told(DeliveryStatus status)
    {
        await using var data = await NoticeData.OnAsync(OpenAsync());
        await data.AddAsync();
        Assert.Null(await data.ClaimAsync(ContactMethodKind.Snpp));

        await data.RecordAsync((await data.ClaimAsync(ContactMethodKind.Sms))!, status);
        Assert.Equal(NoticeState.Open, (await data.OnlyAsync()).State);
        await data.RecordAsync((await data.ClaimAsync(ContactMethodKind.Snpp))!, status);

        Assert.Equal(NoticeState.Untold, (await data.OnlyAsync()).State);
        Assert.Empty(await data.DueAsync(Duration.FromMinutes(30)));
    }

    [Fact]
    public async Task What_failed_for_now_is_due_again_when_it_was_said()
    {
        await using var data = await NoticeData.OnAsync(OpenAsync());
        await data.AddAsync();

        await data.RecordAsync((await data.ClaimAsync(ContactMethodKind.Sms))!, DeliveryStatus.FailedForNow, retryAt: NoticeData.Now + Duration.FromMinutes(1));

        Assert.Empty(await data.DueAsync(Duration.FromSeconds(59)));
        Assert.Equal([ContactMethodKind.Sms], await data.DueAsync(Duration.FromMinutes(1)));
    }

    [Fact]
    public async Task What_has_expired_or_is_for_somebody_who_has_gone_is_not_sent()
    {
        await using var data = await NoticeData.OnAsync(OpenAsync());
        await data.AddAsync();
        var claimed = (await data.ClaimAsync(ContactMethodKind.Sms))!;
        Assert.True(await data.Outbox.StillWantedAsync(claimed, "a", NoticeData.Now, CancellationToken.None));

        var late = (await data.ClaimAsync(ContactMethodKind.Sms, after: Duration.FromHours(1)))!;
        Assert.False(await data.Outbox.StillWantedAsync(late, "a", NoticeData.Now + Duration.FromHours(1), CancellationToken.None));

        await data.Hospital.ChangeAsync(data.Sam with { Active = false });
        await data.AddAsync("gap:2");
        var gone = (await data.ClaimAsync(ContactMethodKind.Sms))!;
        Assert.False(await data.Outbox.StillWantedAsync(gone, "a", NoticeData.Now, CancellationToken.None));
    }

    [Fact]
    public async Task A_receipt_that_it_failed_brings_the_next_method_forward_and_one_that_it_arrived_stands()
    {
        await using var data = await NoticeData.OnAsync(OpenAsync());
        await data.AddAsync();
        var sms = (await data.ClaimAsync(ContactMethodKind.Sms))!;
        await data.RecordAsync(sms, DeliveryStatus.Accepted);

        Assert.True(await data.ReportAsync(sms, DeliveryStatus.FailedForGood));
        var pager = await data.ClaimAsync(ContactMethodKind.Snpp);
        await data.RecordAsync(pager!, DeliveryStatus.Accepted);
        Assert.True(await data.ReportAsync(pager!, DeliveryStatus.Delivered));
        Assert.True(await data.ReportAsync(pager!, DeliveryStatus.FailedForGood));

        Assert.Equal(NoticeState.Told, (await data.OnlyAsync()).State);
        Assert.False(await data.Outbox.RecordReceiptAsync(
            new DeliveryReceipt(ContactMethodKind.Sms, "no-such", DeliveryStatus.Delivered, ""), NoticeData.Now, CancellationToken.None));
    }

    protected abstract Task<TestDatabase> OpenAsync();
}

public sealed class NoticeOutboxOnSqlite : NoticeOutboxContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class NoticeOutboxOnSqlServer : NoticeOutboxContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
