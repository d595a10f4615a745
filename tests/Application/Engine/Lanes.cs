using Microsoft.Extensions.Logging.Abstractions;
using OnCall.Application.Notifications;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Scheduler;
using Xunit;

namespace OnCall.Application.Tests.Engine;

/// <summary>Lanes at work over a house whose time stands still.</summary>
internal sealed class Lanes : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    public Lanes(House house, ProviderLimits limits, params IReadOnlyList<ContactMethodKind> kinds)
        : this(house, limits, house.Get<SendNotifications>(), TimeSpan.Zero, kinds)
    {
    }

    public Lanes(House house, ProviderLimits limits, SendNotifications sender, TimeSpan rest, params IReadOnlyList<ContactMethodKind> kinds)
    {
        _running = Task.WhenAll(kinds
            .Select(kind => new NotificationLane(kind, limits, sender, Signal, house.Time, house.Time, NullLogger.Instance) { Rest = rest })
            .ToList()
            .Select(lane => Task.Run(() => lane.RunAsync(_stopping.Token))));
    }

    public WorkSignal Signal { get; } = new();

    /// <summary>Waits for the thing itself; a lane that fails shows its error instead.</summary>
    public async Task Until(Func<bool> happened)
    {
        while (!happened())
        {
            Assert.False(_running.IsCompleted, _running.Exception?.ToString());
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Delay(1, CancellationToken.None);
        }
    }

    /// <summary>Waits for something that is read anew each time.</summary>
    public async Task Until(Func<Task<bool>> happened)
    {
        while (!await happened())
        {
            Assert.False(_running.IsCompleted, _running.Exception?.ToString());
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }
}
