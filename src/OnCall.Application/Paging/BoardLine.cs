namespace OnCall.Application.Paging;

/// <summary>A page on the dispatchers' board: open, or with owners who have not said in time what came of it.</summary>
/// <param name="Page">Without its trail.</param>
/// <param name="Unit">The name of its role's unit; null for a role of the whole hospital.</param>
/// <param name="LastAttempt">The latest word about a notification; null before the first.</param>
public sealed record BoardLine(PageView Page, string? Unit, Upcoming? Upcoming, EventLine? LastAttempt);
