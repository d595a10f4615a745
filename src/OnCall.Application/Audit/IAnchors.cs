using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>The anchors of the audit trail, outside the database.</summary>
public interface IAnchors
{
    /// <summary>Where they are, for people.</summary>
    string Place { get; }

    /// <summary>Adds one at the end; it is on the disk when this returns.</summary>
    /// <exception cref="IOException">It cannot be written. What was there stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    Task AppendAsync(AuditAnchor anchor, CancellationToken cancellationToken);

    /// <summary>All that were kept; none where there is no file yet.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    Task<IReadOnlyList<AnchorLine>> ReadAsync(CancellationToken cancellationToken);
}
