using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>The alarms that stand, as this node last knew them: what its board shows, also while the database is away.</summary>
public sealed class StandingAlarms
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Instant? _asOf;

    /// <summary>The worst first; null before the first look.</summary>
    public IReadOnlyList<Alarm>? Items { get; private set; }

    /// <summary>When the watch last got through, or began; null where none runs.</summary>
    public Instant? AsOf
    {
        get
        {
            lock (_gate)
            {
                return _asOf;
            }
        }
    }

    /// <summary>Ends with the next change of what stands.</summary>
    public Task NextChange
    {
        get
        {
            lock (_gate)
            {
                return _change.Task;
            }
        }
    }

    /// <summary>From now on somebody watches: should that stop, readers are told.</summary>
    public void Begin(Instant now)
    {
        lock (_gate)
        {
            _asOf ??= now;
        }
    }

    public void Show(IEnumerable<Alarm> alarms, Instant now)
    {
        var sorted = alarms.OrderByDescending(a => a.Severity).ThenBy(a => a.Kind).ThenBy(a => a.Since).ThenBy(a => a.Subject, StringComparer.Ordinal).ToList();
        TaskCompletionSource? changed = null;
        lock (_gate)
        {
            _asOf = now;
            if (Items is null || !sorted.Select(Shown).SequenceEqual(Items.Select(Shown)))
            {
                (changed, _change) = (_change, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            Items = sorted;
        }

        changed?.SetResult();
    }

    private static (AlarmKind, string, AlarmSeverity, string) Shown(Alarm alarm) => (alarm.Kind, alarm.Subject, alarm.Severity, alarm.Detail);
}
