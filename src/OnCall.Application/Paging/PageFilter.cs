using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Application.Paging;

/// <summary>Which pages a list shows, newest first. A null member does not narrow it.</summary>
/// <param name="Before">Only pages older than this one: the cursor of the next part.</param>
/// <param name="Limit">How many at the most.</param>
/// <param name="AtDesk">Whether they stand at the desk; a page that somebody has, or that is closed, does not.</param>
/// <param name="OrOverdue">Beside the open ones, those whose owners are being asked what came of them.</param>
public sealed record PageFilter(PageState? State, Urgency? Urgency, RoleId? Role, PageId? Before, int Limit, bool? AtDesk = null, bool OrOverdue = false);
