namespace OnCall.Application.Paging;

/// <summary>A part of a list of pages; their trails are left out.</summary>
/// <param name="Next">Cursor of the next part, or null at the end.</param>
public sealed record PageList(IReadOnlyList<PageView> Items, string? Next);
