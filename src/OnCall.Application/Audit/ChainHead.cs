using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>The end of the chain.</summary>
/// <param name="Place">0 before the first.</param>
/// <param name="LastSeq">The highest number of an entry that is sealed.</param>
public sealed record ChainHead(long Place, string Hash, long LastSeq)
{
    public static ChainHead Start { get; } = new(0, AuditChain.Origin, 0);
}
