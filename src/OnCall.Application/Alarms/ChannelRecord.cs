using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Alarms;

/// <summary>How the providers answer this node, kept in memory: a table of attempts would cost every message a write.</summary>
public sealed class ChannelRecord
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ContactMethodKind, ChannelStreak> _streaks = [];

    public IReadOnlyList<ChannelStreak> Streaks
    {
        get
        {
            lock (_gate)
            {
                return [.. _streaks.Values];
            }
        }
    }

    /// <summary>Takes note of an attempt that was really made. What the provider refuses for good is an answer: it works.</summary>
    public void Note(ContactMethodKind kind, DeliveryAnswer answer, Instant now)
    {
        ArgumentNullException.ThrowIfNull(answer);
        lock (_gate)
        {
            var before = _streaks.GetValueOrDefault(kind) ?? new ChannelStreak(kind, 0, null, null, null);
            _streaks[kind] = answer.ProviderFault
                ? before with { Failures = before.Failures + 1, Since = before.Since ?? now, LastFailure = now }
                : before with { Failures = 0, Since = null, LastAnswer = now };
        }
    }
}
