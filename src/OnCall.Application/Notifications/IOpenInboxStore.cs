using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Application.Notifications;

/// <summary>What the nodes tell each other of the inboxes that are open on them.</summary>
public interface IOpenInboxStore
{
    /// <summary>
    /// Writes all inboxes that are open on this node, in place of what it wrote before. They count as open until
    /// <paramref name="until"/>, unless the node writes again.
    /// </summary>
    Task KeepAsync(string node, IReadOnlyCollection<PersonId> open, Instant now, Instant until, CancellationToken cancellationToken);

    /// <summary>Everyone whose inbox is open on any node.</summary>
    Task<IReadOnlySet<PersonId>> OpenAsync(Instant now, CancellationToken cancellationToken);
}
