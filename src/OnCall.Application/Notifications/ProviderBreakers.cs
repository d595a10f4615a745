using System.Collections.Concurrent;
using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>The breaker of each kind of contact method, on this node.</summary>
public sealed class ProviderBreakers
{
    private readonly ConcurrentDictionary<ContactMethodKind, ProviderBreaker> _byKind = new();

    public ProviderBreaker Of(ContactMethodKind kind) => _byKind.GetOrAdd(kind, static _ => new ProviderBreaker());

    /// <summary>The providers that do not work now, and since when.</summary>
    public IReadOnlyList<(ContactMethodKind Kind, Instant Since)> Open() =>
        [.. _byKind.Where(b => b.Value.OpenSince is not null).Select(b => (b.Key, b.Value.OpenSince ?? default))];
}
