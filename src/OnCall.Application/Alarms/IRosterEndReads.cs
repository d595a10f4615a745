using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Application.Alarms;

/// <summary>Reads how far rosters go.</summary>
public interface IRosterEndReads
{
    /// <summary>The end of each role's last shift in force; roles that never had one are left out.</summary>
    Task<IReadOnlyDictionary<RoleId, Instant>> EndsAsync(CancellationToken cancellationToken);
}
