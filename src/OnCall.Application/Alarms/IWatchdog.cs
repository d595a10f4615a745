namespace OnCall.Application.Alarms;

/// <summary>The outside watchdog: it raises the alarm when it hears nothing more.</summary>
public interface IWatchdog
{
    /// <summary>Tells it that all is well, and nothing else.</summary>
    /// <returns>Null when it took that; else why not, in a few words without the address, which may hold a secret.</returns>
    Task<string?> PingAsync(CancellationToken cancellationToken);
}
