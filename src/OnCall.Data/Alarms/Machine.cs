using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Domain.Alarms;

namespace OnCall.Data.Alarms;

/// <summary>The machine under this process, by the operating system and the database's clock.</summary>
/// <param name="folder">A folder on the disk that must not run full.</param>
public sealed class Machine(DatabaseClock clock, string folder) : IMachine
{
    public Duration ClockOffset => clock.Offset;

    public DiskSpace? Disk
    {
        get
        {
            try
            {
                var drive = new DriveInfo(folder);
                return new DiskSpace(drive.AvailableFreeSpace, drive.TotalSize);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // A network drive that is away, or a folder of another kind: nothing can be said of it.
                return null;
            }
        }
    }
}
