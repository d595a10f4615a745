using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>
/// Keeps messages from waiting for a provider that does not work: after several faults of its own in a row the person's next contact method is
/// taken at once, and only a probe now and then finds out whether the provider is back. A code is always tried.
/// </summary>
public sealed class ProviderBreaker(ChannelRecord record)
{
    /// <summary>So many faults in a row, with nothing good between them, open it.</summary>
    public const int MostFaults = 5;

    /// <summary>How long after a fault the next probe goes out.</summary>
    public static readonly Duration ProbeAfter = Duration.FromSeconds(15);

    private readonly Lock _gate = new();
    private Instant _probed = Instant.MinValue;

    /// <summary>Since when the provider has not been working; null while it does.</summary>
    public Instant? OpenSince => record.Streak is { Failures: >= MostFaults, Since: var since } ? since : null;

    /// <summary>Whether this one may be tried. When it is a probe's time, one caller is told yes.</summary>
    public bool MayTry(Urgency urgency, Instant now)
    {
        if (OpenSince is null || urgency == Urgency.Code)
        {
            return true;
        }

        lock (_gate)
        {
            if (now - Instant.Max(_probed, record.Streak.LastFailure ?? _probed) < ProbeAfter || now < record.AskedToWaitUntil)
            {
                return false;
            }

            _probed = now;
            return true;
        }
    }
}
