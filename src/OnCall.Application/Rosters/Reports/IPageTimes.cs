using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Reports;

/// <summary>How soon pages were answered.</summary>
public interface IPageTimes
{
    /// <summary>The pages that were sent to these roles within [<paramref name="from"/>, <paramref name="to"/>) and are still kept, in no order.</summary>
    Task<IReadOnlyList<PagedRole>> OfAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, CancellationToken cancellationToken);
}
