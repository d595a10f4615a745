using System.Threading.Channels;

namespace OnCall.Scheduler;

/// <summary>A place to wait for work. Rings that nobody has heard yet fold into one, so that whoever rings never waits.</summary>
public sealed class Wakeup
{
    /// <summary>
    /// Under load every write rings. Whoever looks into the database at each of them does little else; so many milliseconds nobody misses.
    /// </summary>
    public static readonly TimeSpan UsualRest = TimeSpan.FromMilliseconds(5);

    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Lets rings gather: waits until so long has gone by since the last look. The first ring after a quiet time is heard at once.</summary>
    /// <param name="rest">How long.</param>
    /// <param name="looked">When that look ended, as a timestamp of <paramref name="time"/>.</param>
    /// <param name="time">Measures it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RestAsync(TimeSpan rest, long looked, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(time);
        var left = rest - time.GetElapsedTime(looked);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellationToken);
        }
    }

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
