using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Notifications;

public abstract class OutboxContract
{
    private static readonly Instant Now = PageDraft.Now;
    private static readonly Instant Lease = Now + Duration.FromSeconds(10);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_due_notification_is_claimed_once_with_all_that_its_text_needs()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms), outbox.Ask(ContactMethodKind.Push), outbox.Ask(ContactMethodKind.Sms, Now + Duration.FromSeconds(30)));

        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));

        Assert.Equal(new ExternalText(NotificationPurpose.Page, Urgency.Urgent, "Role cardiology/duty", page.Page.Reference, null), claimed.Text);
        Assert.Equal((outbox.Person.Id, outbox.Person.Name, 1, Lease), (claimed.Person, claimed.PersonName, claimed.Attempt, claimed.ClaimedUntil));
        Assert.Empty(await outbox.ClaimAsync(ContactMethodKind.Sms, "b"));
        Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Push, "b"));
    }

    [Fact]
    public async Task Eight_nodes_claim_two_hundred_notifications_each_exactly_once()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync([.. Enumerable.Range(0, 200).Select(_ => outbox.Ask(ContactMethodKind.Sms))]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Task.Run(() => ClaimUntilEmptyAsync(outbox, $"node{node}"))));

        var ids = claims.SelectMany(c => c).ToList();
        Assert.Equal(200, ids.Count);
        Assert.Equal(200, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_page_whose_state_cannot_be_read_keeps_no_other_from_being_sent()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var broken = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        await outbox.Paging.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("update escalation set state = '{' where page_id = @page", new { page = broken.Page.Id }, transaction), CancellationToken.None);

        Assert.Equal(2, (await outbox.ClaimAsync(ContactMethodKind.Sms, "a")).Count);
    }

    [Fact]
    public async Task Results_are_written_together_or_not_at_all()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms), outbox.Ask(ContactMethodKind.Sms), outbox.Ask(ContactMethodKind.Sms));
        var results = (await outbox.ClaimAsync(ContactMethodKind.Sms, "a")).Select(OutboxBench.Taken).ToList();
        var overtaken = results[2] with { Notification = results[2].Notification with { Attempt = 2 } };

        Assert.Equal([false, false], await outbox.Store.RecordAllAsync([results[0], overtaken], CancellationToken.None));
        Assert.Equal("Claimed", (await outbox.RowAsync(results[0].Notification.Id)).State);

        Assert.Equal([true, true, true], await outbox.Store.RecordAllAsync(results, CancellationToken.None));
        Assert.Equal("Accepted", (await outbox.RowAsync(results[0].Notification.Id)).State);
        Assert.Equal(3, (await outbox.Paging.Pages.EventsAsync(results[0].Notification.Page, CancellationToken.None)).Count(e => e.Kind == PageEventKind.Accepted && e.Detail.Contains("Taken", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_claim_that_ended_without_an_answer_goes_out_again_as_a_visible_repeat()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var first = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));

        Assert.Empty(await outbox.ClaimAsync(ContactMethodKind.Sms, "b", Lease - Duration.FromMilliseconds(1)));
        var again = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "b", Lease));

        Assert.Equal((first.Id, 2, NotificationPurpose.Repeat, first.Text.Reference), (again.Id, again.Attempt, again.Text.Purpose, again.Text.Reference));
        Assert.False(await outbox.RecordAsync(first, "a", DeliveryStatus.Accepted, "SM1"));
        Assert.True(await outbox.RecordAsync(again, "b", DeliveryStatus.Accepted, "SM2"));
        Assert.Equal(("Accepted", "SM2"), await outbox.RowAsync(again.Id));
    }

    [Fact]
    public async Task The_most_urgent_is_claimed_first_and_the_longest_due_among_equals()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var routine = await outbox.PageAsync(Urgency.Routine, outbox.Ask(ContactMethodKind.Push, Now - Duration.FromHours(1)));
        var late = await outbox.PageAsync(Urgency.Code, outbox.Ask(ContactMethodKind.Push, Now));
        var early = await outbox.PageAsync(Urgency.Code, outbox.Ask(ContactMethodKind.Push, Now - Duration.FromSeconds(1)));

        var first = await outbox.Store.ClaimDueAsync(ContactMethodKind.Push, Urgency.Code, "a", Now, Lease, 1, CancellationToken.None);
        Assert.Equal(early.Page.Id, Assert.Single(first).Page);
        var next = await outbox.Store.ClaimDueAsync(ContactMethodKind.Push, Urgency.Code, "a", Now, Lease, 10, CancellationToken.None);
        Assert.Equal(late.Page.Id, Assert.Single(next).Page);
        Assert.Equal(routine.Page.Id, Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Push, "a")).Page);
    }

    [Theory]
    [InlineData(EscalationPhase.Acknowledged, Standing.Notified, false)]
    [InlineData(EscalationPhase.Stepping, Standing.Declined, false)]
    [InlineData(EscalationPhase.Stepping, Standing.Acknowledged, false)]
    [InlineData(EscalationPhase.Stepping, Standing.ShiftEnded, false)]
    [InlineData(EscalationPhase.Stepping, Standing.Notified, true)]
    [InlineData(EscalationPhase.TakenOver, Standing.Notified, true)]
    public async Task A_claimed_notification_goes_out_only_while_the_page_still_asks_that_person(EscalationPhase phase, Standing standing, bool wanted)
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        var next = page.Escalation with { Phase = phase, Responders = [page.Escalation.Responders[0] with { Standing = standing }] };
        Assert.True(await outbox.Paging.SaveAsync(await outbox.Paging.Draft.ChangeAsync(next)));

        Assert.Equal(wanted, await outbox.IsStillWantedAsync(claimed, "a", Now));
        Assert.Equal(wanted ? "Claimed" : "Cancelled", (await outbox.RowAsync(claimed.Id)).State);
    }

    [Fact]
    public async Task A_claim_of_another_node_or_one_that_has_ended_is_not_sent_and_not_withdrawn()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));

        Assert.False(await outbox.IsStillWantedAsync(claimed, "b", Now));
        Assert.False(await outbox.IsStillWantedAsync(claimed, "a", Lease));
        Assert.Equal("Claimed", (await outbox.RowAsync(claimed.Id)).State);
    }

    [Fact]
    public async Task Someone_who_became_inactive_is_not_notified()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        await outbox.Paging.Hospital.ChangeAsync(outbox.Person with { Active = false });

        Assert.False(await outbox.IsStillWantedAsync(claimed, "a", Now));
    }

    [Fact]
    public async Task Silence_withdraws_what_asks_one_person_or_everyone_and_leaves_what_only_tells()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var other = await outbox.Paging.Hospital.AddPersonAsync("N2");
        var method = outbox.Paging.Hospital.Method(ContactMethodKind.Sms);
        NewNotification[] asks =
        [
            outbox.Ask(ContactMethodKind.Sms),
            outbox.Paging.Draft.Ask(other, method),
            outbox.Paging.Draft.Ask(other, method, purpose: NotificationPurpose.Notice),
        ];
        var page = await outbox.PageAsync(asks);

        var decline = await outbox.Paging.Draft.ChangeAsync(page.Escalation) with { Silenced = [outbox.Person.Id] };
        Assert.True(await outbox.Paging.SaveAsync(decline));
        Assert.Equal(["Cancelled", "Pending", "Pending"], await outbox.StatesAsync(asks));

        var close = await outbox.Paging.Draft.ChangeAsync(page.Escalation with { Version = 1 }) with { Silenced = [null] };
        Assert.True(await outbox.Paging.SaveAsync(close));
        Assert.Equal(["Cancelled", "Cancelled", "Pending"], await outbox.StatesAsync(asks));
    }

    [Fact]
    public async Task A_repeat_waits_for_what_still_asks_at_the_same_address()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var ask = outbox.Ask(ContactMethodKind.Sms);
        var page = await outbox.PageAsync(ask);
        await RepeatAsync(outbox, page.Escalation, ask);
        Assert.Equal(1, await outbox.Paging.CountAsync("notification"));

        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        await RepeatAsync(outbox, page.Escalation with { Version = 1 }, ask);
        Assert.Equal(1, await outbox.Paging.CountAsync("notification"));

        Assert.True(await outbox.RecordAsync(claimed, "a", DeliveryStatus.Accepted, "SM1"));
        await RepeatAsync(outbox, page.Escalation with { Version = 2 }, ask);
        Assert.Equal(2, await outbox.Paging.CountAsync("notification"));
    }

    [Fact]
    public async Task What_is_next_is_told_for_each_kind_and_urgency()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        Assert.Empty(await NextAsync());
        Assert.Null(await outbox.Store.EarliestDueAsync(CancellationToken.None));
        var soon = Now + Duration.FromMinutes(1);
        await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms), outbox.Ask(ContactMethodKind.Sms, soon), outbox.Ask(ContactMethodKind.Snpp, soon), outbox.Ask(ContactMethodKind.Mail));

        Assert.Equal([new(ContactMethodKind.Sms, Urgency.Urgent, Now), new(ContactMethodKind.Snpp, Urgency.Urgent, soon)], await NextAsync());
        await outbox.ClaimAsync(ContactMethodKind.Sms, "a");
        Assert.Equal(
            [new(ContactMethodKind.Sms, Urgency.Urgent, soon), new(ContactMethodKind.Sms, Urgency.Code, Lease), new(ContactMethodKind.Snpp, Urgency.Urgent, soon)], await NextAsync());
        Assert.Equal(Now, await outbox.Store.EarliestDueAsync(CancellationToken.None));

        async Task<IEnumerable<NextDue>> NextAsync() =>
            (await outbox.Store.NextDueAsync([ContactMethodKind.Sms, ContactMethodKind.Snpp], CancellationToken.None)).OrderBy(d => d.Kind).ThenBy(d => d.Urgency);
    }

    [Fact]
    public async Task An_address_is_known_to_have_been_asked_until_some_time_after_the_page_was_closed()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var ask = outbox.Ask(ContactMethodKind.Sms);
        var page = await outbox.PageAsync(ask, outbox.Ask(ContactMethodKind.Sms, Now + Duration.FromMinutes(1)));
        Assert.Empty(await AskedAsync(outbox, ask.Method.Address, Now));
        Assert.True(await outbox.RecordAsync(Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a")), "a", DeliveryStatus.Accepted, "SM1"));
        Assert.Equal((page.Page.Id, outbox.Person.Id), await SingleAskedAsync(outbox, ask.Method.Address));
        Assert.Empty(await AskedAsync(outbox, "+15559999", Now));

        var closed = page.Escalation with { Phase = EscalationPhase.Cancelled, ClosedAt = Now };
        Assert.True(await outbox.Paging.SaveAsync(await outbox.Paging.Draft.ChangeAsync(closed)));
        Assert.Single(await AskedAsync(outbox, ask.Method.Address, Now - Duration.FromMilliseconds(1)));
        Assert.Empty(await AskedAsync(outbox, ask.Method.Address, Now));
    }

    private static Task<IReadOnlyList<SentNotification>> AskedAsync(OutboxBench outbox, string address, Instant closedAfter) =>
        outbox.Store.AskedByAddressAsync(ContactMethodKind.Sms, address, closedAfter, CancellationToken.None);

    private static async Task<(PageId Page, PersonId? Person)> SingleAskedAsync(OutboxBench outbox, string address)
    {
        var asked = Assert.Single(await AskedAsync(outbox, address, Now));
        return (asked.Page, asked.Person);
    }

    private static async Task RepeatAsync(OutboxBench outbox, Escalation escalation, NewNotification ask)
    {
        var repeat = outbox.Paging.Draft.Ask(outbox.Person, ask.Method, purpose: NotificationPurpose.Repeat);
        Assert.True(await outbox.Paging.SaveAsync(await outbox.Paging.Draft.ChangeAsync(escalation) with { Notifications = [repeat] }));
    }

    private static async Task<List<NotificationId>> ClaimUntilEmptyAsync(OutboxBench outbox, string node)
    {
        var mine = new List<NotificationId>();
        while (await outbox.Store.ClaimDueAsync(ContactMethodKind.Sms, Urgency.Routine, node, Now, Lease, 7, CancellationToken.None) is { Count: > 0 } part)
        {
            mine.AddRange(part.Select(c => c.Id));
        }

        return mine;
    }
}

public sealed class OutboxOnSqlite : OutboxContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class OutboxOnSqlServer : OutboxContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
