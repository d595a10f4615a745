using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Testing;
using Xunit;

namespace OnCall.Application.Tests.Engine;

public sealed class NotificationLaneTests
{
    private static readonly ProviderLimits Sixteen = new(16, null);

    [Fact]
    public async Task A_ring_sends_at_once_without_any_time_passing()
    {
        await using var house = await House.OpenAsync();
        await using var lanes = new Lanes(house, Sixteen, ContactMethodKind.Sms);
        var (page, _) = await house.PageAsync();

        lanes.Signal.PageChanged(page);

        await lanes.Until(() => house.Sms.Sent.Count == 1);
    }

    [Fact]
    public async Task A_later_notification_goes_out_when_it_is_due_without_a_ring()
    {
        await using var house = await House.OpenAsync();
        var gina = await house.Hospital.AddPersonAsync("N3", house.Hospital.Method(ContactMethodKind.Push), house.Hospital.Method(ContactMethodKind.Sms));
        await house.Hospital.Rosters.ClearAsync(house.Cardiology.Id);
        await house.Hospital.PutOnAsync(house.Cardiology, gina);
        await house.PageAsync();
        await using var lanes = new Lanes(house, Sixteen, ContactMethodKind.Sms);
        await lanes.Until(() => house.Time.RingsWithin(Duration.FromSeconds(30)));

        house.Time.Advance(Duration.FromSeconds(30) - Duration.FromMilliseconds(1));
        Assert.Empty(house.Sms.Sent);
        house.Time.Advance(Duration.FromMilliseconds(1));

        await lanes.Until(() => house.Sms.Sent.Count == 1);
    }

    [Fact]
    public async Task A_hanging_pager_gateway_does_not_delay_sms()
    {
        await using var house = await House.OpenAsync();
        var stuck = new TaskCompletionSource<DeliveryAnswer>();
        house.Pager.Answer = (_, _) => stuck.Task;
        var pagers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => house.Hospital.AddPersonAsync($"P{i}", house.Hospital.Method(ContactMethodKind.Snpp))));
        foreach (var person in pagers)
        {
            await house.Hospital.PutOnAsync(house.Cardiology, person);
        }

        await using var lanes = new Lanes(house, Sixteen, ContactMethodKind.Sms, ContactMethodKind.Snpp);
        var (page, _) = await house.PageAsync();
        lanes.Signal.PageChanged(page);

        await lanes.Until(() => house.Sms.Sent.Count == 1 && house.Pager.Sent.Count == 16);
        stuck.SetResult(new DeliveryAnswer(DeliveryStatus.Accepted, null, ""));
        await lanes.Until(() => house.Pager.Sent.Count == 40);
    }

    [Fact]
    public async Task A_code_overtakes_a_thousand_routine_pages_that_fill_the_lane()
    {
        await using var house = await House.OpenAsync();
        var eve = await house.Hospital.AddPersonAsync("N3", house.Hospital.Method(ContactMethodKind.Push));
        await house.Hospital.PutOnAsync(house.Cardiology, eve);
        for (var i = 0; i < 1000; i++)
        {
            await house.PageAsync("routine");
        }

        var stuck = new TaskCompletionSource<DeliveryAnswer>();
        house.Push.Answer = (_, _) => stuck.Task;
        await using var lanes = new Lanes(house, Sixteen, ContactMethodKind.Push);
        await lanes.Until(() => house.Push.Sent.Count == 16);

        var (page, reference) = await house.PageAsync("code");
        lanes.Signal.PageChanged(page);

        await lanes.Until(() => house.Push.Sent.Count == 17);
        Assert.Equal(reference, house.Push.Sent[16].PageText().Reference);
        stuck.SetResult(new DeliveryAnswer(DeliveryStatus.Accepted, null, ""));
    }

    [Fact]
    public async Task Being_told_to_stop_waits_for_the_calls_on_the_wire_and_writes_what_came_of_them()
    {
        await using var house = await House.OpenAsync();
        var wire = new TaskCompletionSource<DeliveryAnswer>();
        house.Sms.Answer = (_, _) => wire.Task;
        var lanes = new Lanes(house, Sixteen, ContactMethodKind.Sms);
        var (page, _) = await house.PageAsync();
        lanes.Signal.PageChanged(page);
        await lanes.Until(() => house.Sms.Sent.Count == 1);

        var stopping = lanes.DisposeAsync().AsTask();
        Assert.False(stopping.IsCompleted);
        wire.SetResult(new DeliveryAnswer(DeliveryStatus.Accepted, "SM1", "Accepted."));
        await stopping;

        Assert.Contains(await house.TrailAsync(page), e => e.Channel == ContactMethodKind.Sms && e.Kind == Domain.Paging.PageEventKind.Accepted);
    }

    [Fact]
    public async Task An_idle_lane_looks_but_does_not_claim()
    {
        await using var house = await House.OpenAsync();
        await house.PageAsync();
        await house.DeliverAsync();
        var outbox = OutboxSpy.Over(house.Get<INotificationStore>());
        await using var node = house.OtherNode(services => services.AddSingleton(outbox.Store));
        await using var lanes = new Lanes(house, Sixteen, node.GetRequiredService<SendNotifications>(), TimeSpan.Zero, ContactMethodKind.Sms);

        for (var looks = 1; looks <= 5; looks++)
        {
            var seen = looks;
            await lanes.Until(() => outbox.Calls(nameof(INotificationStore.NextDueAsync)) >= seen);
            lanes.Signal.Wake();
        }

        Assert.Equal(0, outbox.Calls(nameof(INotificationStore.ClaimDueAsync)));
    }

    [Fact]
    public async Task Rings_that_come_close_together_share_a_look()
    {
        await using var house = await House.OpenAsync();
        var outbox = OutboxSpy.Over(house.Get<INotificationStore>());
        await using var node = house.OtherNode(services => services.AddSingleton(outbox.Store));
        await using var lanes = new Lanes(house, Sixteen, node.GetRequiredService<SendNotifications>(), TimeSpan.FromMilliseconds(5), ContactMethodKind.Sms);
        await lanes.Until(() => Looks() == 1);

        for (var ring = 0; ring < 20; ring++)
        {
            lanes.Signal.Wake();
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, Looks());
        await lanes.Until(() =>
        {
            house.Time.Advance(Duration.FromMilliseconds(5));
            return Looks() >= 2;
        });

        int Looks() => outbox.Calls(nameof(INotificationStore.NextDueAsync));
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_but_the_stop_ends_a_lane()
    {
        await using var house = await House.OpenAsync();
        await house.PageAsync();
        var outbox = OutboxSpy.Over(house.Get<INotificationStore>());
        var troubles = new Queue<Exception>([new OperationCanceledException("The database gave up."), new InvalidOperationException("It broke.")]);
        outbox.Trouble = method => method == nameof(INotificationStore.NextDueAsync) && troubles.TryDequeue(out var trouble) ? trouble : null;
        await using var node = house.OtherNode(services => services.AddSingleton(outbox.Store));
        await using var lanes = new Lanes(house, Sixteen, node.GetRequiredService<SendNotifications>(), TimeSpan.Zero, ContactMethodKind.Sms);

        await lanes.Until(() =>
        {
            house.Time.Advance(Duration.FromMilliseconds(50));
            return house.Sms.Sent.Count == 1;
        });
    }

    [Fact(Timeout = 60_000)]
    public async Task A_code_waits_for_its_own_room_and_no_longer()
    {
        await using var house = await House.OpenAsync();
        await using var lanes = new Lanes(house, new ProviderLimits(100, 10), ContactMethodKind.Sms);
        for (var sent = 1; sent <= 10; sent++)
        {
            lanes.Signal.PageChanged((await house.PageAsync("code")).Id);
            await lanes.Until(() => house.Sms.Sent.Count == sent);
            house.Time.Advance(Duration.FromMilliseconds(90));
        }

        lanes.Signal.PageChanged((await house.PageAsync("code")).Id);
        await lanes.Until(() => house.Time.RingsWithin(Duration.FromMilliseconds(110)));
        Assert.Equal(10, house.Sms.Sent.Count);
        house.Time.Advance(Duration.FromMilliseconds(110));
        await lanes.Until(() => house.Sms.Sent.Count == 11);
    }
}
