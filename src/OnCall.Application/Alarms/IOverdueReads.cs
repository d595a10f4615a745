using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>Reads what lies undone.</summary>
public interface IOverdueReads
{
    /// <summary>The longest due step and the longest due message of each channel; kinds with nothing overdue are left out.</summary>
    Task<IReadOnlyList<OverdueWork>> OldestAsync(Instant now, CancellationToken cancellationToken);
}
