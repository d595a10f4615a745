using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Access;

namespace OnCall.Application.Access.BreakGlass;

/// <summary>Who is shown a page: whoever may read it, and whoever has broken the glass before it within the last hour.</summary>
public sealed class PageSight(PageAccess access, IBreakGlassStore glass, IClock clock)
{
    public async Task<bool> MaySeeAsync(Caller caller, PageRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(record);
        return await access.MayReadAsync(caller, record, cancellationToken)
            || (caller.Person is { } person && await glass.IsOpenAsync(record.Page.Id, person, clock.GetCurrentInstant(), cancellationToken));
    }
}
