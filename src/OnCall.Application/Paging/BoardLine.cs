namespace OnCall.Application.Paging;

/// <summary>An open page on the dispatchers' board.</summary>
/// <param name="Page">Without its trail.</param>
/// <param name="LastAttempt">The latest word about a notification; null before the first.</param>
public sealed record BoardLine(PageView Page, Upcoming? Upcoming, EventLine? LastAttempt);
