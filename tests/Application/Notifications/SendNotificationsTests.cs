using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Notifications;

public sealed class SendNotificationsTests
{
    [Fact]
    public async Task What_was_acknowledged_after_the_claim_is_not_sent()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        var claimed = await ClaimSmsAsync(house);
        await AcknowledgeAsync(house, page);

        await house.Get<SendNotifications>().SendAsync(claimed, CancellationToken.None);

        Assert.Empty(house.Sms.Sent);
        Assert.Empty(await house.Get<SendNotifications>().ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None));
    }

    [Fact]
    public async Task What_rang_before_the_acknowledgement_is_followed_by_who_has_it()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        await house.DeliverAsync();
        await house.PassAsync(Duration.FromMinutes(2));
        await house.Get<AcknowledgePage>().RunAsync(TestHospital.CallerOf(house.Ben), page, new AcknowledgeRequest(), CancellationToken.None);
        await house.DeliverAsync();

        var last = house.Sms.Sent[^1];
        Assert.Equal((house.Anna.ContactMethods[0].Address, NotificationPurpose.Taken), (last.Address, last.PageText().Purpose));
    }

    [Fact]
    public async Task A_provider_that_hangs_is_given_up_after_eight_seconds_and_not_called_again_by_itself()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        house.Sms.Answer = async (_, cancellationToken) =>
        {
            var forever = new TaskCompletionSource();
            await forever.Task.WaitAsync(cancellationToken);
            throw new InvalidOperationException("Nobody answers.");
        };
        var sending = house.Get<SendNotifications>().SendAsync(await ClaimSmsAsync(house), CancellationToken.None);
        await Until(() => house.Sms.Sent.Count == 1);

        house.Time.Advance(Duration.FromSeconds(8) - Duration.FromMilliseconds(1));
        Assert.False(sending.IsCompleted);
        house.Time.Advance(Duration.FromMilliseconds(1));
        await sending;

        Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Indeterminate && e.Channel == ContactMethodKind.Sms);
        await house.DeliverAsync();
        Assert.Single(house.Sms.Sent);
    }

    [Fact]
    public async Task What_broke_off_before_anything_was_sent_is_sent_again_shortly()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        house.Sms.LeavesAtOnce = false;
        house.Sms.Answer = (_, _) => throw new IOException("No route to host.");
        await house.DeliverAsync();
        Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Failed && e.Channel == ContactMethodKind.Sms && e.Detail.Contains("Tried again shortly", StringComparison.Ordinal));

        house.Sms.Answer = null;
        house.Time.Advance(Duration.FromSeconds(2));
        await house.DeliverAsync();

        Assert.Equal(2, house.Sms.Sent.Count);
        Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Accepted && e.Channel == ContactMethodKind.Sms);
    }

    [Fact]
    public async Task What_was_given_up_before_it_left_never_leaves()
    {
        await using var house = await House.OpenAsync();
        await house.PageAsync();
        var wire = new TaskCompletionSource();
        var left = new TaskCompletionSource<bool>();
        house.Sms.LeavesAtOnce = false;
        house.Sms.Answer = async (message, _) =>
        {
            await wire.Task;
            left.SetResult(message.MayLeave());
            return new DeliveryAnswer(DeliveryStatus.Accepted, null, "Accepted.");
        };
        var sending = house.Get<SendNotifications>().SendAsync(await ClaimSmsAsync(house), CancellationToken.None);
        await Until(() => house.Sms.Sent.Count == 1);
        house.Time.Advance(Duration.FromSeconds(9));
        await sending;

        wire.SetResult();
        Assert.False(await left.Task);
    }

    [Fact]
    public async Task An_adapter_that_ignores_the_limit_is_left_alone_before_the_claim_ends()
    {
        await using var house = await House.OpenAsync();
        await house.PageAsync();
        var stuck = new TaskCompletionSource<DeliveryAnswer>();
        house.Sms.Answer = (_, _) => stuck.Task;
        var claimed = await ClaimSmsAsync(house);
        var sending = house.Get<SendNotifications>().SendAsync(claimed, CancellationToken.None);
        await Until(() => house.Sms.Sent.Count == 1);

        house.Time.Advance(Duration.FromSeconds(9));
        await sending;

        Assert.True(house.Time.GetCurrentInstant() < claimed.ClaimedUntil);
    }

    [Fact]
    public async Task A_call_whose_claim_waited_gets_only_what_is_left_of_it()
    {
        await using var house = await House.OpenAsync();
        await house.PageAsync();
        var claimed = await ClaimSmsAsync(house);
        house.Time.Advance(Duration.FromSeconds(7));
        var stuck = new TaskCompletionSource<DeliveryAnswer>();
        house.Sms.Answer = (_, _) => stuck.Task;
        var sending = house.Get<SendNotifications>().SendAsync(claimed, CancellationToken.None);
        await Until(() => house.Sms.Sent.Count == 1);

        house.Time.Advance(Duration.FromSeconds(2));
        await sending;

        Assert.True(house.Time.GetCurrentInstant() < claimed.ClaimedUntil);
    }

    [Fact]
    public async Task A_node_that_stood_still_nearly_as_long_as_its_claim_leaves_it_to_whoever_claims_it_next()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        var claimed = await ClaimSmsAsync(house);
        house.Time.Advance(Duration.FromSeconds(8));
        await house.Get<SendNotifications>().SendAsync(claimed, CancellationToken.None);
        Assert.Empty(house.Sms.Sent);
        Assert.DoesNotContain(await house.TrailAsync(page), e => e.Channel == ContactMethodKind.Sms && e.Kind != PageEventKind.Notified);

        house.Time.Advance(Duration.FromSeconds(2));
        await house.DeliverAsync();

        Assert.Single(house.Sms.Sent);
    }

    [Fact]
    public async Task A_failure_for_now_is_tried_six_times_ever_more_slowly()
    {
        await using var house = await House.OpenAsync();
        await house.PageAsync();
        house.Sms.Always(DeliveryStatus.FailedForNow);
        await house.DeliverAsync();

        foreach (var (seconds, sent) in new[] { (1, 1), (1, 2), (3, 2), (1, 3), (7, 3), (1, 4), (16, 5), (30, 6), (3600, 6) })
        {
            house.Time.Advance(Duration.FromSeconds(seconds));
            await house.DeliverAsync();
            Assert.Equal(sent, house.Sms.Sent.Count(s => s.Address == house.Anna.ContactMethods[0].Address));
        }
    }

    [Fact]
    public async Task A_dead_device_is_removed_and_its_person_passed_over_at_once()
    {
        await using var house = await House.OpenAsync();
        var eve = await house.Hospital.AddPersonAsync("N3", house.Hospital.Method(ContactMethodKind.Push));
        await house.Hospital.Rosters.ClearAsync(house.Cardiology.Id);
        await house.Hospital.PutOnAsync(house.Cardiology, eve);
        await house.Hospital.PutOnAsync(house.Cardiology, house.Ben, tier: 2);
        house.Push.Always(DeliveryStatus.FailedForGood, addressIsDead: true);
        var (page, _) = await house.PageAsync();
        await house.DeliverAsync();
        await house.SweepAsync();

        Assert.Empty((await house.Hospital.Directory.PeopleAsync([eve.Id], CancellationToken.None))[0].ContactMethods);
        Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Unreachable && e.Person == eve.Id);
        Assert.Contains((await house.LoadAsync(page)).Escalation.Responders, r => r.Person == house.Ben.Id);
        var (next, _) = await house.PageAsync();
        Assert.Contains((await house.LoadAsync(next)).Escalation.Responders, r => r.Person == house.Ben.Id);
    }

    [Fact]
    public async Task A_number_that_opted_out_is_tried_and_not_waited_for()
    {
        await using var house = await House.OpenAsync();
        house.Sms.Answer = (sent, _) => Task.FromResult(sent.Address == house.Anna.ContactMethods[0].Address
            ? new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "Opted out.") { OptedOut = true }
            : new DeliveryAnswer(DeliveryStatus.Accepted, "SM1", "Accepted."));
        await house.PageAsync();
        await house.DeliverAsync();

        var (next, _) = await house.PageAsync();
        await house.DeliverAsync();

        Assert.Contains((await house.LoadAsync(next)).Escalation.Responders, r => r.Person == house.Ben.Id);
        Assert.Equal(2, house.Sms.Sent.Count(s => s.Address == house.Anna.ContactMethods[0].Address));
    }

    [Fact]
    public async Task What_waits_for_a_channel_that_is_gone_fails_and_the_page_goes_on()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        house.Sms.IsConfigured = false;
        await using var node = house.OtherNode();
        var sender = node.GetRequiredService<SendNotifications>();
        var claimed = Assert.Single(await sender.ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None));
        await sender.SendAsync(claimed, CancellationToken.None);
        await house.SweepAsync();

        Assert.Contains((await house.LoadAsync(page)).Escalation.Responders, r => r.Person == house.Ben.Id);
    }

    [Fact]
    public async Task What_can_never_be_recorded_is_not_sent_for_ever()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        for (var i = 0; i < SendNotifications.MostRepeats; i++)
        {
            // Claimed, and then nothing more is heard of that attempt.
            await ClaimSmsAsync(house);
            house.Time.Advance(Duration.FromSeconds(10));
        }

        await house.Get<SendNotifications>().SendAsync(await ClaimSmsAsync(house), CancellationToken.None);

        Assert.Empty(house.Sms.Sent);
        await house.SweepAsync();
        Assert.Contains((await house.LoadAsync(page)).Escalation.Responders, r => r.Person == house.Ben.Id);
    }

    private static async Task<ClaimedNotification> ClaimSmsAsync(House house) =>
        Assert.Single(await house.Get<SendNotifications>().ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None));

    private static async Task Until(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Yield();
        }
    }

    private static Task<Answer<PageView>> AcknowledgeAsync(House house, PageId page) =>
        house.Get<AcknowledgePage>().RunAsync(TestHospital.CallerOf(house.Anna), page, new AcknowledgeRequest(), CancellationToken.None);
}
