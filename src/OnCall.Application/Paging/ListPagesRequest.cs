namespace OnCall.Application.Paging;

/// <summary>Which pages to list. A null or empty member does not narrow the list.</summary>
public sealed record ListPagesRequest(string? State, string? Urgency, string? Role, string? Cursor);
