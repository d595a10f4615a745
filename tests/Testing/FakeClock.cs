using NodaTime;

namespace OnCall.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock(Instant now) : IClock
{
    private readonly Lock _gate = new();
    private Instant _now = now;

    /// <summary>A Monday morning in winter: no change of the hour is near.</summary>
    public FakeClock()
        : this(Instant.FromUtc(2026, 11, 23, 9, 0))
    {
    }

    public Instant Now
    {
        get => GetCurrentInstant();
        set
        {
            lock (_gate)
            {
                _now = value;
            }
        }
    }

    public Instant GetCurrentInstant()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <summary>Moves the clock and tells the new time.</summary>
    public Instant Advance(Duration by)
    {
        lock (_gate)
        {
            return _now += by;
        }
    }
}
