using OnCall.Application.Notices;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Groups;

/// <summary>Keeps which of a person's permissions their groups gave.</summary>
public interface IMappedGrantStore
{
    /// <summary>
    /// Makes the permissions by groups be these, in one transaction; what was given by hand stays. The last active administrator of the
    /// whole hospital stays one. Where permissions are added, the person's keys and invitations end that their makers could not make any more.
    /// </summary>
    /// <param name="given">What the groups give now.</param>
    /// <param name="audit">The entry of a change; not asked when there is none.</param>
    /// <param name="tell">Makes the notice of such an end; null tells nobody.</param>
    /// <returns>What was changed; null when somebody else wrote the same in the same moment, and nothing was written. Look again.</returns>
    Task<GrantChange?> ReplaceAsync(
        PersonId person, IReadOnlyCollection<Grant> given, Func<GrantChange, AuditEntry> audit, CancellationToken cancellationToken,
        Func<Person, EndedAccess, NewNotice>? tell = null);
}
