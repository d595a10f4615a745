using OnCall.Domain.Access;

namespace OnCall.Application.Audit;

/// <summary>
/// Who reads the audit trail: auditors and administrators of the whole hospital. What an entry is about has no unit that could be told for all of
/// them, so that a permission for a part of the hospital opens none of it.
/// </summary>
public static class AuditAccess
{
    /// <summary>What everyone else is answered.</summary>
    public static readonly Refusal NotForCaller = Refusal.Forbidden("The audit trail is for auditors and administrators of the whole hospital.");

    public static bool IsFor(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.May(Permission.Auditor) || caller.May(Permission.Admin);
    }
}
