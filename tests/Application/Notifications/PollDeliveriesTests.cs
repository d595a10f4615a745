using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Application.Tests.Notifications;

/// <summary>Anna's SMS was accepted, and the provider cannot call back.</summary>
public sealed class PollDeliveriesTests
{
    [Fact]
    public async Task It_is_asked_after_2_4_8_16_and_then_every_30_seconds_until_10_minutes_have_passed()
    {
        await using var closed = await ClosedHouse.OpenAsync();
        var asked = new List<int>();
        for (var second = 1; second <= 700; second++)
        {
            closed.House.Time.Advance(Duration.FromSeconds(1));
            if (await closed.Poll.RunAsync(CancellationToken.None) > 0)
            {
                asked.Add(second);
            }
        }

        Assert.Equal([2, 6, 14, 30, 60, 90], asked.Take(6));
        Assert.InRange(asked[^1], 570, 599);
        Assert.Equal(asked.Count, closed.Source.Asked.Count);
    }

    [Fact]
    public async Task A_failure_that_was_asked_for_brings_the_next_person()
    {
        await using var closed = await ClosedHouse.OpenAsync();
        closed.Source.Says(DeliveryStatus.FailedForGood);

        await closed.PollAsync(Duration.FromSeconds(2));
        await closed.House.SweepAsync();

        Assert.Contains(await closed.House.TrailAsync(closed.Page), e => e.Kind == PageEventKind.Failed && e.Detail == "FailedForGood, as it was asked.");
        Assert.Contains((await closed.House.LoadAsync(closed.Page)).Escalation.Responders, r => r.Person == closed.House.Ben.Id);
        Assert.Equal(0, await closed.PollAsync(Duration.FromMinutes(1)));
    }

    [Fact]
    public async Task A_delivery_is_no_acknowledgement_and_is_asked_for_no_more()
    {
        await using var closed = await ClosedHouse.OpenAsync();
        closed.Source.Says(DeliveryStatus.Delivered);

        Assert.Equal(1, await closed.PollAsync(Duration.FromSeconds(2)));
        Assert.Equal(0, await closed.PollAsync(Duration.FromMinutes(1)));

        Assert.True((await closed.House.LoadAsync(closed.Page)).Escalation.IsOpen);
        Assert.Contains(await closed.House.TrailAsync(closed.Page), e => e.Kind == PageEventKind.Delivered && e.Channel == ContactMethodKind.Sms);
    }

    [Fact]
    public async Task That_it_was_accepted_is_no_news()
    {
        await using var closed = await ClosedHouse.OpenAsync();
        closed.Source.Says(DeliveryStatus.Accepted);
        var lines = (await closed.House.TrailAsync(closed.Page)).Count;

        Assert.Equal(1, await closed.PollAsync(Duration.FromSeconds(2)));

        Assert.Equal(lines, (await closed.House.TrailAsync(closed.Page)).Count);
        Assert.Equal(1, await closed.PollAsync(Duration.FromSeconds(4)));
    }

    [Fact]
    public async Task A_provider_that_breaks_off_is_asked_again()
    {
        await using var closed = await ClosedHouse.OpenAsync();
        closed.Source.Answer = (_, _) => throw new InvalidOperationException("Broken.");

        Assert.Equal(1, await closed.PollAsync(Duration.FromSeconds(2)));
        closed.Source.Says(DeliveryStatus.Delivered);
        Assert.Equal(1, await closed.PollAsync(Duration.FromSeconds(4)));

        Assert.Contains(await closed.House.TrailAsync(closed.Page), e => e.Kind == PageEventKind.Delivered && e.Channel == ContactMethodKind.Sms);
    }

    [Fact]
    public async Task A_provider_that_hangs_is_given_up_after_eight_seconds()
    {
        await using var closed = await ClosedHouse.OpenAsync();
        var stuck = new TaskCompletionSource<DeliveryReceipt?>();
        closed.Source.Answer = (_, _) => stuck.Task;
        closed.House.Time.Advance(Duration.FromSeconds(2));
        var polling = closed.Poll.RunAsync(CancellationToken.None);
        while (closed.Source.Asked.Count == 0)
        {
            await Task.Yield();
        }

        closed.House.Time.Advance(Duration.FromSeconds(8) - Duration.FromMilliseconds(1));
        Assert.False(polling.IsCompleted);
        closed.House.Time.Advance(Duration.FromMilliseconds(1));

        Assert.Equal(1, await polling);
    }

    [Fact]
    public async Task A_provider_that_calls_back_is_never_asked()
    {
        await using var closed = await ClosedHouse.OpenAsync(isPolled: false);
        Assert.Equal(0, await closed.PollAsync(Duration.FromMinutes(1)));
        Assert.Empty(closed.Source.Asked);
    }

    private sealed class ClosedHouse(House house, ServiceProvider node, FakeStatusSource source, PageId page) : IAsyncDisposable
    {
        public House House => house;

        public FakeStatusSource Source => source;

        public PageId Page => page;

        public PollDeliveries Poll { get; } = node.GetRequiredService<PollDeliveries>();

        public static async Task<ClosedHouse> OpenAsync(bool isPolled = true)
        {
            var (house, source) = (await House.OpenAsync(), new FakeStatusSource { IsPolled = isPolled });
            var node = house.OtherNode(services => services.AddSingleton<IStatusSource>(source));
            var (page, _) = await house.PageAsync();
            await house.DeliverAsync();
            return new ClosedHouse(house, node, source, page);
        }

        public Task<int> PollAsync(Duration after)
        {
            house.Time.Advance(after);
            return Poll.RunAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await node.DisposeAsync();
            await house.DisposeAsync();
        }
    }
}
