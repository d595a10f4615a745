using NodaTime;

namespace OnCall.Testing;

/// <summary>
/// Time that stands still until a test moves it, for clocks and timers alike. Timers ring on the thread that moves it, in the order in
/// which they are due.
/// </summary>
public sealed class ManualTime(Instant start) : TimeProvider, IClock
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private Instant _now = start;

    /// <summary>A Monday morning in winter: no change of the hour is near.</summary>
    public ManualTime()
        : this(Instant.FromUtc(2026, 11, 23, 9, 0))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Whether a timer is set for that soon: a test waits for it before it moves time on, or the timer would be set too late.</summary>
    public bool RingsWithin(Duration span)
    {
        lock (_gate)
        {
            return _timers.Exists(t => t.At <= _now + span);
        }
    }

    public Instant GetCurrentInstant()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override DateTimeOffset GetUtcNow() => GetCurrentInstant().ToDateTimeOffset();

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves time on and rings what comes due on the way.</summary>
    public void Advance(Duration by)
    {
        var until = GetCurrentInstant() + by;
        while (Take(until) is { } timer)
        {
            timer.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private Timer? Take(Instant until)
    {
        lock (_gate)
        {
            var next = _timers.Where(t => t.At <= until).MinBy(t => t.At);
            _now = next is null ? until : Instant.Max(_now, next.At);
            if (next is not null)
            {
                _timers.Remove(next);
            }

            return next;
        }
    }

    private sealed class Timer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public Instant At { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    At = time._now + Duration.FromTimeSpan(dueTime);
                    time._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
