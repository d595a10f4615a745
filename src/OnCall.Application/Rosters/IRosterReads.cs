using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters;

/// <summary>Reads rosters from the database itself: what routing trusts.</summary>
public interface IRosterReads
{
    /// <summary>
    /// The shifts in force and the covers of these roles that touch [<paramref name="from"/>, <paramref name="to"/>), with the stamp they belong to,
    /// all from one consistent read.
    /// </summary>
    Task<RosterView> LoadAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, CancellationToken cancellationToken);

    /// <summary>The stamp that every publication, cover, and change of a person or role bumps.</summary>
    Task<long> StampAsync(CancellationToken cancellationToken);
}
