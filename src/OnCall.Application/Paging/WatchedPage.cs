namespace OnCall.Application.Paging;

/// <summary>A page with its trail, what it does next, and what this caller can do with it.</summary>
/// <param name="Upcoming">Null when it is closed, or somebody has it and nobody asks what came of it.</param>
public sealed record WatchedPage(PageView Page, PageRights Rights, Upcoming? Upcoming);
