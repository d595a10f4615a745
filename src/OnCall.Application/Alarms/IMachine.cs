using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>What this process can tell of the machine under it.</summary>
public interface IMachine
{
    /// <summary>The disk under the data directory; null where it cannot be read.</summary>
    DiskSpace? Disk { get; }

    /// <summary>The database's clock minus this machine's, as last measured.</summary>
    Duration ClockOffset { get; }
}
