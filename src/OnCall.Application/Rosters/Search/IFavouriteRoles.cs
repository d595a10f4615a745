using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Search;

/// <summary>The roles that people marked, to find them again.</summary>
public interface IFavouriteRoles
{
    /// <summary>In no order.</summary>
    Task<IReadOnlyList<RoleId>> OfAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Marks it; marked before, nothing changes.</summary>
    Task AddAsync(PersonId person, RoleId role, Instant now, CancellationToken cancellationToken);

    /// <summary>Takes the mark off; not marked, nothing changes.</summary>
    Task RemoveAsync(PersonId person, RoleId role, CancellationToken cancellationToken);
}
