using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters;

/// <summary>Reads rosters from the database itself: what routing trusts.</summary>
public interface IRosterReads
{
    /// <summary>
    /// The shifts in force and the covers of these roles that touch [<paramref name="from"/>, <paramref name="to"/>), with the stamp they belong to,
    /// all from one consistent read.
    /// </summary>
    Task<RosterView> LoadAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, CancellationToken cancellationToken);

    /// <summary>What these people are on by, on any role, that touches [<paramref name="from"/>, <paramref name="to"/>).</summary>
    Task<StaffRoster> OfPeopleAsync(IReadOnlyCollection<PersonId> people, Instant from, Instant to, CancellationToken cancellationToken);

    /// <summary>The stamp that every publication and cover bumps, and whatever else changes who answers or how they are reached: a person, a role, an opt-out, what a person prefers.</summary>
    Task<long> StampAsync(CancellationToken cancellationToken);
}
