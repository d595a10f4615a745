using System.Collections.Concurrent;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>What this node knows of its providers, a record for each kind of contact method.</summary>
public sealed class ChannelRecords
{
    private readonly ConcurrentDictionary<ContactMethodKind, (ChannelRecord Record, ProviderBreaker Breaker)> _byKind = new();

    /// <summary>Those of the providers that have been tried since the start.</summary>
    public IReadOnlyList<ChannelStreak> Streaks =>
        [.. _byKind.Values.Select(c => c.Record.Streak).Where(s => s.LastAnswer is not null || s.LastFailure is not null)];

    public ChannelRecord Of(ContactMethodKind kind) => Entry(kind).Record;

    /// <summary>The breaker that goes by that record.</summary>
    public ProviderBreaker BreakerOf(ContactMethodKind kind) => Entry(kind).Breaker;

    private (ChannelRecord Record, ProviderBreaker Breaker) Entry(ContactMethodKind kind) => _byKind.GetOrAdd(kind, static k =>
    {
        var record = new ChannelRecord(k);
        return (record, new ProviderBreaker(record));
    });
}
