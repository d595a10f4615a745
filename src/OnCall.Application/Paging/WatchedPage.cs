namespace OnCall.Application.Paging;

/// <summary>A page with its trail, what it does next, and what this caller can do with it.</summary>
/// <param name="Upcoming">Null when somebody has it or it is closed.</param>
public sealed record WatchedPage(PageView Page, PageRights Rights, Upcoming? Upcoming);
