using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>What the nodes write about themselves.</summary>
public interface INodeBeats
{
    Task WriteAsync(NodeBeat beat, CancellationToken cancellationToken);

    /// <summary>The nodes that have written since that instant.</summary>
    Task<IReadOnlyList<NodeBeat>> SinceAsync(Instant from, CancellationToken cancellationToken);

    /// <summary>A node that stops says so; a restarted one comes under a new name.</summary>
    Task RemoveAsync(string node, CancellationToken cancellationToken);

    /// <summary>Forgets those that have not written since that instant.</summary>
    Task PurgeAsync(Instant before, CancellationToken cancellationToken);
}
