using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Notifications;

public abstract class FailureContract
{
    private static readonly Instant Now = PageDraft.Now;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_failure_brings_the_persons_next_method_forward_and_no_other()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var sms = outbox.Ask(ContactMethodKind.Sms, Now + Duration.FromSeconds(30));
        var pager = outbox.Ask(ContactMethodKind.Snpp, Now + Duration.FromSeconds(60));
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Push), sms, pager);

        await FailAsync(outbox, ContactMethodKind.Push, DeliveryStatus.FailedForGood);

        Assert.Equal(sms.Id, Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a")).Id);
        Assert.Empty(await outbox.ClaimAsync(ContactMethodKind.Snpp, "a"));
    }

    [Theory]
    [InlineData(DeliveryStatus.FailedForGood, true)]
    [InlineData(DeliveryStatus.Indeterminate, true)]
    [InlineData(DeliveryStatus.FailedForNow, true)]
    [InlineData(DeliveryStatus.Accepted, false)]
    [InlineData(DeliveryStatus.Delivered, false)]
    public async Task A_failed_page_is_claimed_by_the_next_sweep_whatever_becomes_of_this_process(DeliveryStatus status, bool claimed)
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));

        await FailAsync(outbox, ContactMethodKind.Sms, status);

        Assert.Equal(claimed ? [(page.Page.Id, outbox.Person.Id)] : [], await FailedAsync(outbox, page));
        Assert.Equal(claimed ? Now : page.Escalation.DueAt, await outbox.Paging.Pages.EarliestDueAsync(CancellationToken.None));
        Assert.Equal(claimed ? [page.Page.Id] : [], await outbox.Paging.Pages.ClaimDueAsync("a", Now, Now, 10, CancellationToken.None));
    }

    [Fact]
    public async Task A_decision_that_did_not_know_of_a_failure_is_refused_and_one_that_did_not_look_leaves_it_marked()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        await FailAsync(outbox, ContactMethodKind.Sms, DeliveryStatus.FailedForGood);

        Assert.False(await outbox.Paging.SaveAsync(await outbox.Paging.Draft.ChangeAsync(page.Escalation)));

        var read = (await outbox.Paging.LoadAsync(page.Page.Id)).Escalation;
        Assert.True(await outbox.Paging.SaveAsync(await outbox.Paging.Draft.ChangeAsync(read)));
        Assert.NotEmpty(await FailedAsync(outbox, page));

        read = (await outbox.Paging.LoadAsync(page.Page.Id)).Escalation;
        Assert.True(await outbox.Paging.SaveAsync(await outbox.Paging.Draft.ChangeAsync(read) with { FailuresSeen = true }));
        Assert.Empty(await FailedAsync(outbox, page));
    }

    [Fact]
    public async Task Nobody_has_failed_while_one_of_their_methods_is_still_to_be_tried()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(
            outbox.Ask(ContactMethodKind.Sms), outbox.Ask(ContactMethodKind.Snpp, Now + Duration.FromMinutes(1)), outbox.Ask(ContactMethodKind.Voice, verified: false));
        await FailAsync(outbox, ContactMethodKind.Sms, DeliveryStatus.FailedForGood);
        Assert.Empty(await FailedAsync(outbox, page));

        // Neither an unverified number nor an inbox that nobody had open makes anybody reachable.
        await FailAsync(outbox, ContactMethodKind.Snpp, DeliveryStatus.FailedForNow, Now + Duration.FromSeconds(5));
        Assert.Equal([(page.Page.Id, outbox.Person.Id)], await FailedAsync(outbox, page));
    }

    [Fact]
    public async Task An_address_that_lost_its_proof_since_it_was_first_asked_keeps_nobody_waiting()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var proven = outbox.Paging.Hospital.Method(ContactMethodKind.Push);
        var page = await outbox.PageAsync(
            outbox.Paging.Draft.Ask(outbox.Person, proven, null),
            outbox.Paging.Draft.Ask(outbox.Person, proven with { Verified = false }, Now + Duration.FromMinutes(1)),
            outbox.Ask(ContactMethodKind.Sms));
        Assert.True(await outbox.RecordAsync(Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Push, "a")), "a", DeliveryStatus.Accepted));

        await FailAsync(outbox, ContactMethodKind.Sms, DeliveryStatus.FailedForGood);

        Assert.Equal([(page.Page.Id, outbox.Person.Id)], await FailedAsync(outbox, page));
    }

    [Theory]
    [InlineData(DeliveryStatus.Accepted, true)]
    [InlineData(DeliveryStatus.Delivered, false)]
    public async Task An_inbox_that_was_open_has_seen_it(DeliveryStatus inbox, bool failed)
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(outbox.Ask(ContactMethodKind.InApp), outbox.Ask(ContactMethodKind.Sms));
        Assert.True(await outbox.RecordAsync(Assert.Single(await outbox.ClaimAsync(ContactMethodKind.InApp, "a")), "a", inbox));
        await FailAsync(outbox, ContactMethodKind.Sms, DeliveryStatus.FailedForGood);

        Assert.Equal(failed ? 1 : 0, (await FailedAsync(outbox, page)).Count);
    }

    [Fact]
    public async Task A_failed_device_of_the_role_fails_nobody()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(outbox.Paging.Draft.AskDevice(outbox.Paging.Hospital.Method(ContactMethodKind.Snpp)));
        await FailAsync(outbox, ContactMethodKind.Snpp, DeliveryStatus.FailedForGood);
        Assert.Empty(await FailedAsync(outbox, page));
    }

    [Fact]
    public async Task Only_the_holder_of_the_claim_writes_the_answer()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));

        Assert.False(await outbox.RecordAsync(claimed, "b", DeliveryStatus.Accepted));
        Assert.False(await outbox.RecordAsync(claimed with { Attempt = 2 }, "a", DeliveryStatus.Accepted));
        Assert.True(await outbox.RecordAsync(claimed, "a", DeliveryStatus.Accepted));
        Assert.False(await outbox.RecordAsync(claimed, "a", DeliveryStatus.FailedForGood, "another"));
        Assert.Equal("Accepted", (await outbox.RowAsync(claimed.Id)).State);
    }

    [Fact]
    public async Task A_failure_for_now_is_tried_again_when_its_time_comes_and_asks_as_before()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var retryAt = Now + Duration.FromSeconds(5);
        await FailAsync(outbox, ContactMethodKind.Sms, DeliveryStatus.FailedForNow, retryAt);

        Assert.Empty(await outbox.ClaimAsync(ContactMethodKind.Sms, "a", retryAt - Duration.FromMilliseconds(1)));
        var again = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a", retryAt));
        Assert.Equal((2, NotificationPurpose.Page), (again.Attempt, again.Text.Purpose));
    }

    [Theory]
    [InlineData(DeliveryStatus.Indeterminate)]
    [InlineData(DeliveryStatus.FailedForGood)]
    public async Task What_may_have_gone_out_or_never_will_is_not_sent_again_by_itself(DeliveryStatus status)
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        await FailAsync(outbox, ContactMethodKind.Sms, status);
        Assert.Empty(await outbox.ClaimAsync(ContactMethodKind.Sms, "a", Now + Duration.FromDays(1)));
    }

    [Fact]
    public async Task Words_of_a_provider_that_are_too_long_are_cut_rather_than_lost()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        var answer = new DeliveryAnswer(DeliveryStatus.FailedForGood, new string('p', 500), new string('d', 5000));

        Assert.True(await outbox.Store.RecordAsync(new NotificationResult(claimed, "a", answer, Now, null), CancellationToken.None));

        Assert.Equal(200, (await outbox.RowAsync(claimed.Id)).ProviderId!.Length);
        var line = (await outbox.Paging.Pages.EventsAsync(page.Page.Id, CancellationToken.None))[^1];
        Assert.Equal((PageEventKind.Failed, ContactMethodKind.Sms, outbox.Person.Name), (line.Kind, line.Channel, line.Who));
        Assert.StartsWith("Attempt 1: ddd", line.Detail, StringComparison.Ordinal);
    }

    private static async Task FailAsync(OutboxBench outbox, ContactMethodKind kind, DeliveryStatus status, Instant? retryAt = null)
    {
        var claimed = Assert.Single(await outbox.ClaimAsync(kind, "a"));
        Assert.True(await outbox.RecordAsync(claimed, "a", status, "P1", retryAt));
    }

    private static Task<IReadOnlyList<(PageId Page, PersonId Person)>> FailedAsync(OutboxBench outbox, PageRecord page) =>
        outbox.Store.FailedPeopleAsync([page.Page.Id], CancellationToken.None);
}

public sealed class FailureOnSqlite : FailureContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class FailureOnSqlServer : FailureContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
