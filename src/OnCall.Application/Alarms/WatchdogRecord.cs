using NodaTime;

namespace OnCall.Application.Alarms;

/// <summary>Whether the outside watchdog takes this node's heartbeat.</summary>
public sealed class WatchdogRecord
{
    private long _failingSince;

    /// <summary>Null while it does, and where there is none.</summary>
    public Instant? FailingSince => Interlocked.Read(ref _failingSince) is var at && at > 0 ? Instant.FromUnixTimeMilliseconds(at) : null;

    /// <returns>True when this changed something: the first failure, or the first success after one.</returns>
    public bool Note(bool taken, Instant now)
    {
        var before = Interlocked.Read(ref _failingSince);
        Interlocked.Exchange(ref _failingSince, taken ? 0 : before > 0 ? before : now.ToUnixTimeMilliseconds());
        return taken == before > 0;
    }
}
