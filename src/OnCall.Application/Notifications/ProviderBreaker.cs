using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>
/// Keeps messages from waiting for a provider that does not work: after several faults of its own in a row the person's next contact method is
/// taken at once, and only a probe now and then finds out whether the provider is back. A code is always tried.
/// </summary>
public sealed class ProviderBreaker
{
    /// <summary>So many faults in a row, with nothing good between them, open it.</summary>
    public const int MostFaults = 5;

    /// <summary>How long after a fault the next probe goes out.</summary>
    public static readonly Duration ProbeAfter = Duration.FromSeconds(15);

    private readonly Lock _gate = new();
    private int _faults;
    private Instant _nextProbe;

    /// <summary>Since when the provider has not been working; null while it does.</summary>
    public Instant? OpenSince { get; private set; }

    /// <summary>Whether this one may be tried. When it is a probe's time, one caller is told yes.</summary>
    public bool MayTry(Urgency urgency, Instant now)
    {
        lock (_gate)
        {
            if (OpenSince is null || urgency == Urgency.Code)
            {
                return true;
            }

            if (now < _nextProbe)
            {
                return false;
            }

            _nextProbe = now + ProbeAfter;
            return true;
        }
    }

    /// <summary>Takes note of what a provider answered to an attempt that was really made.</summary>
    public void Report(DeliveryAnswer answer, Instant now)
    {
        ArgumentNullException.ThrowIfNull(answer);
        lock (_gate)
        {
            if (!answer.ProviderFault)
            {
                (_faults, OpenSince) = (0, null);
                return;
            }

            _nextProbe = now + Duration.Max(ProbeAfter, answer.RetryAfter ?? Duration.Zero);
            if (++_faults >= MostFaults)
            {
                OpenSince ??= now;
            }
        }
    }
}
