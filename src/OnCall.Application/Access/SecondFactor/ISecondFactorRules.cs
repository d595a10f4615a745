using OnCall.Domain.Access;
using OnCall.Domain.Audit;

namespace OnCall.Application.Access.SecondFactor;

/// <summary>Keeps who must have a second factor.</summary>
public interface ISecondFactorRules
{
    Task<IReadOnlyList<SecondFactorRule>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Replaces them all.</summary>
    Task ReplaceAsync(IReadOnlyCollection<SecondFactorRule> rules, AuditEntry audit, CancellationToken cancellationToken);
}
