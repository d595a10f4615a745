using NodaTime;

namespace OnCall.Application.Alarms;

/// <summary>Since when something fails on this node that should not.</summary>
public class FailureRecord
{
    private long _failingSince;

    /// <summary>Null while it does not.</summary>
    public Instant? FailingSince => Interlocked.Read(ref _failingSince) is var at && at > 0 ? Instant.FromUnixTimeMilliseconds(at) : null;

    /// <returns>True when this changed something: the first failure, or the first success after one.</returns>
    public bool Note(bool succeeded, Instant now)
    {
        var before = Interlocked.Read(ref _failingSince);
        Interlocked.Exchange(ref _failingSince, succeeded ? 0 : before > 0 ? before : now.ToUnixTimeMilliseconds());
        return succeeded == before > 0;
    }
}
