using NodaTime;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Reports;

/// <summary>One page, as reports count it.</summary>
/// <param name="Role">The one that it was sent to.</param>
/// <param name="AcknowledgedAt">When somebody first had it; null for nobody yet.</param>
/// <param name="WasCancelled">Taken back, so that nobody had to.</param>
public sealed record PagedRole(RoleId Role, Urgency Urgency, Instant SentAt, Instant? AcknowledgedAt, bool WasCancelled);
