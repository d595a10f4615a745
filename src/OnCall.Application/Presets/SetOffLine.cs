using OnCall.Application.Directory;
using OnCall.Application.Paging;

namespace OnCall.Application.Presets;

/// <summary>What became of one role of a preset: exactly one of page and problem is there.</summary>
/// <param name="Page">The page as it is now; where nobody is on, its trail says where it went.</param>
/// <param name="Problem">Why no page can be shown. Nobody was called on this role, but for <c>page-not-known</c>: there somebody may have been.</param>
public sealed record SetOffLine(RoleName Role, PageView? Page, SetOffProblem? Problem);
