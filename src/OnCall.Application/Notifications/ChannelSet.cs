using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>The channels that this hospital has.</summary>
public sealed class ChannelSet(IEnumerable<IChannel> channels)
{
    // Several adapters may serve one kind: the first configured one does.
    private readonly Dictionary<ContactMethodKind, IChannel> _byKind = channels
        .Where(c => c.IsConfigured)
        .GroupBy(c => c.Kind)
        .ToDictionary(g => g.Key, g => g.First());

    /// <summary>The kinds that can be sent.</summary>
    public IReadOnlyCollection<ContactMethodKind> Kinds => _byKind.Keys;

    public bool Works(ContactMethodKind kind) => _byKind.ContainsKey(kind);

    /// <summary>The channel of a kind; null when it is not configured.</summary>
    public IChannel? Of(ContactMethodKind kind) => _byKind.GetValueOrDefault(kind);
}
