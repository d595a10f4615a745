using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Telemetry;

/// <summary>Reads how the engine stands, for whoever watches it from outside.</summary>
public sealed class ReadEngine(IEngineHealth health, IEngineReads reads, IPageStore pages, INotificationStore outbox, IClockOffset offset, IClock clock)
{
    public async Task<EngineReading> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = new[] { await pages.EarliestDueAsync(cancellationToken), await outbox.EarliestDueAsync(cancellationToken) }.Where(t => t is not null).Min();
        var queue = (await reads.QueueAsync(now, cancellationToken)).ToDictionary(l => l.Channel);
        var open = (await reads.OpenPagesAsync(cancellationToken)).ToDictionary(l => l.Urgency);
        return new EngineReading(
            now,
            health.LastSweep,
            due,
            [.. Enum.GetValues<ContactMethodKind>().Select(k => queue.GetValueOrDefault(k, new QueueLine(k, 0, 0, null)))],
            [.. Enum.GetValues<Urgency>().Select(u => open.GetValueOrDefault(u, new OpenPagesLine(u, 0, 0)))],
            offset.Offset,
            offset.Drifted);
    }
}
