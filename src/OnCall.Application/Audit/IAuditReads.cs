namespace OnCall.Application.Audit;

/// <summary>Finds entries of the audit trail.</summary>
public interface IAuditReads
{
    /// <summary>The newest first, at most so many.</summary>
    /// <param name="before">Only those with a lower number; null from the newest on.</param>
    Task<IReadOnlyList<FoundAuditEntry>> FindAsync(AuditFilter filter, long? before, int most, CancellationToken cancellationToken);
}
