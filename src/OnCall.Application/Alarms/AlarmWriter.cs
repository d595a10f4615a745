using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;

namespace OnCall.Application.Alarms;

/// <summary>Writes what a look has found, with the audit of what was raised and cleared.</summary>
internal sealed class AlarmWriter(IAlarmStore store, IIdSource ids)
{
    public static Alarm New(ObservedAlarm observed, IIdSource ids, Instant now) => new(
        new AlarmId(ids.NewId()), observed.Kind, observed.Subject, observed.Severity, observed.Detail, observed.Since ?? now, now, null);

    public async Task WriteAsync(AlarmChanges changes, Instant now, CancellationToken cancellationToken)
    {
        await RaiseAsync(changes.Raised, now, cancellationToken);
        await store.SeeAsync(changes.Seen, cancellationToken);
        foreach (var alarm in changes.Cleared)
        {
            await store.ClearAsync(alarm, now, Entry("alarm.clear", alarm, now), cancellationToken);
        }
    }

    public async Task RaiseAsync(IEnumerable<ObservedAlarm> observed, Instant now, CancellationToken cancellationToken)
    {
        foreach (var alarm in observed.Select(o => New(o, ids, now)))
        {
            await store.RaiseAsync(alarm, Entry("alarm.raise", alarm, now), cancellationToken);
        }
    }

    private static AuditEntry Entry(string action, Alarm alarm, Instant now) => new(
        now, Caller.System.Key, action, $"alarm:{KebabCase.Of(alarm.Kind.ToString())}",
        AuditDetail.Of(("subject", alarm.Subject), ("severity", alarm.Severity.ToString()), ("detail", alarm.Detail)));
}
