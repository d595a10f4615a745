using System.Threading.Channels;

namespace OnCall.Scheduler;

/// <summary>A place to wait for work. Rings that nobody has heard yet fold into one, so that whoever rings never waits.</summary>
public sealed class Wakeup
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Waits for a ring.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _rung.Reader.ReadAsync(cancellationToken);

    /// <summary>Waits for a ring, at the longest for so long; null waits for a ring alone.</summary>
    public async Task WaitAsync(TimeSpan? longest, TimeProvider time, CancellationToken cancellationToken)
    {
        if (longest is not { } limit)
        {
            await WaitAsync(cancellationToken);
            return;
        }

        using var alarm = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, cancellationToken);
        try
        {
            await WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time has come, without a ring.
        }
    }
}
