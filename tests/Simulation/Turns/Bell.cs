using NodaTime;

namespace OnCall.Simulation.Tests.Turns;

/// <summary>A timer of a process. It gives a turn to its process, which may be dead or paused by then.</summary>
internal sealed class Bell(Process owner, TimerCallback callback, object? state) : ITimer
{
    private bool _set;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    public Instant At { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _set = dueTime != Timeout.InfiniteTimeSpan;
        _period = period;
        if (_set)
        {
            At = owner.Loop.Now + Duration.FromTimeSpan(dueTime);
            owner.Loop.Add(this);
        }

        return true;
    }

    /// <param name="due">When it was set to ring: a bell that was set anew does not ring at its old time.</param>
    public void Ring(Instant due)
    {
        if (!_set || due != At || owner.IsDead)
        {
            return;
        }

        _set = false;
        owner.Post(static bell => ((Bell)bell!).Call(), this);
        if (_period != Timeout.InfiniteTimeSpan)
        {
            Change(_period, _period);
        }
    }

    public void Dispose() => _set = false;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);
}
