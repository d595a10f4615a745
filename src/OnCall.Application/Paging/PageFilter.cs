using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Application.Paging;

/// <summary>Which pages a list shows, newest first.</summary>
/// <param name="Before">Only pages older than this one: the cursor of the next part.</param>
/// <param name="Limit">How many at the most.</param>
/// <param name="OrOverdue">Beside those that match <paramref name="Open"/>, those whose owners are being asked what came of them.</param>
public sealed record PageFilter(bool? Open, Urgency? Urgency, RoleId? Role, PageId? Before, int Limit, bool OrOverdue = false);
