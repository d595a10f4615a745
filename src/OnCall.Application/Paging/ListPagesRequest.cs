namespace OnCall.Application.Paging;

/// <summary>Which pages to list. A null or empty member does not narrow the list.</summary>
/// <param name="State"><c>open</c>, <c>acknowledged</c>, <c>resolved</c>, <c>cancelled</c>, or <c>closed</c> for the last two.</param>
/// <param name="AtDesk"><c>true</c> or <c>false</c>.</param>
public sealed record ListPagesRequest(string? State, string? Urgency, string? Role, string? Cursor, string? AtDesk = null);
