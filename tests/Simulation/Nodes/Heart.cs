using NodaTime;
using OnCall.Scheduler;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>
/// What Quartz does for one node: a beat each second and an alarm, and no sweep beside another. A beat that could find nothing, because nothing
/// is due by the beat after it, is not made.
/// </summary>
internal sealed class Heart
{
    private static readonly Duration Beat = Duration.FromSeconds(1);

    private readonly EscalationSweepJob _sweep;
    private readonly NotificationJob _notifications;
    private readonly Func<DueWork> _due;
    private readonly Instant _first;
    private readonly Bell _beat;
    private readonly Bell _alarm;
    private readonly Process _process;
    private Instant? _armed;
    private bool _sweeping;
    private bool _again;
    private bool _stopped;

    public Heart(Process process, EscalationSweepJob sweep, NotificationJob notifications, Func<DueWork> due)
    {
        (_process, _sweep, _notifications, _due) = (process, sweep, notifications, due);
        _first = process.Loop.Now;
        _beat = new Bell(process, static heart => ((Heart)heart!).OnBeat(), this);
        _alarm = new Bell(process, static heart => ((Heart)heart!).Sweep(), this);
    }

    /// <summary>The last beat before something is due, so that the lanes wait for it, or the next one when it is due already.</summary>
    public void BeatWhenDue()
    {
        if (_due().Earliest is { } due)
        {
            BeatAfter(due - Beat - Beat);
        }
    }

    /// <summary>Sets the alarm, by this machine's clock.</summary>
    public Task ArmAsync(DateTimeOffset at)
    {
        var wait = at - _process.Time.GetUtcNow();
        _alarm.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public void Stop()
    {
        _stopped = true;
        _beat.Dispose();
        _alarm.Dispose();
    }

    private void BeatAfter(Instant earliest)
    {
        var from = Instant.Max(earliest, _process.Loop.Now) - _first;
        var at = _first + (Beat * (Math.Floor(from / Beat) + 1));
        if (!_stopped && (_armed is null || at < _armed))
        {
            _armed = at;
            _beat.Change((at - _process.Loop.Now).ToTimeSpan(), Timeout.InfiniteTimeSpan);
        }
    }

    private async void OnBeat()
    {
        _armed = null;
        var (due, soon) = (_due(), _process.Loop.Now + Beat);
        if (due.Notifications <= soon)
        {
            await _notifications.Execute(null!, CancellationToken.None);
        }

        if (due.Pages <= soon)
        {
            Sweep();
        }
        else
        {
            BeatWhenDue();
        }
    }

    private async void Sweep()
    {
        if (_sweeping)
        {
            _again = true;
            return;
        }

        _sweeping = true;
        do
        {
            _again = false;
            await _sweep.Execute(null!, CancellationToken.None);
        }
        while (_again && !_stopped);
        _sweeping = false;
        BeatWhenDue();
    }
}
