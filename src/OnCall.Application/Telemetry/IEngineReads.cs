using NodaTime;

namespace OnCall.Application.Telemetry;

/// <summary>How much the engine has before it, for health and metrics. Counts only; nothing of any page.</summary>
public interface IEngineReads
{
    /// <summary>A line for each kind for which something waits or is claimed.</summary>
    Task<IReadOnlyList<QueueLine>> QueueAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>A line for each urgency that has an open page.</summary>
    Task<IReadOnlyList<OpenPagesLine>> OpenPagesAsync(CancellationToken cancellationToken);
}
