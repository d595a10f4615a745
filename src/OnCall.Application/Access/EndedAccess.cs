using OnCall.Domain.Access;
using OnCall.Domain.Audit;

namespace OnCall.Application.Access;

/// <summary>A key or an invitation of a person that ended because of what became of the person, of its maker, or of a unit.</summary>
/// <param name="Key">Null for an invitation.</param>
/// <param name="Person">Whom it is for, as <see cref="Caller.Key"/>.</param>
/// <param name="MadeBy">Who made it, or made the key that it was made with: whoever of them it ended for. As <see cref="Caller.Key"/>.</param>
/// <param name="Why">In one word, for the audit: <c>permissions</c>, <c>inactive</c>.</param>
public sealed record EndedAccess(ApiKeyId? Key, string Person, string MadeBy, string Why)
{
    /// <summary>The maker might get by it what they could not give.</summary>
    public const string Permissions = "permissions";

    /// <summary>The person is not active any more.</summary>
    public const string Inactive = "inactive";

    /// <summary>The entry of its end.</summary>
    /// <param name="cause">That of the change.</param>
    public AuditEntry Entry(AuditEntry cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return cause with
        {
            Action = Key is null ? "invitation.end" : "key.revoke",
            Subject = Key is { } key ? "key:" + key : Person,
            Detail = AuditDetail.Of(("why", Why), ("madeBy", MadeBy), ("person", Person)),
        };
    }
}
