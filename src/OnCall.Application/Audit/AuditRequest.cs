namespace OnCall.Application.Audit;

/// <summary>Which entries to find. A null or empty member does not narrow it.</summary>
/// <param name="From">A date of the house's zone, or a date and time; the first that is asked for.</param>
/// <param name="To">The same; the first that is no longer asked for.</param>
/// <param name="Actor">What the actor begins with: <c>person:N1001</c>.</param>
/// <param name="Action">What the action begins with: <c>page.</c>.</param>
/// <param name="Subject">What the subject begins with: <c>role:cardiology</c>.</param>
/// <param name="Text">Words that stand in the detail.</param>
/// <param name="Cursor">The next of the part before.</param>
public sealed record AuditRequest(
    string? From = null, string? To = null, string? Actor = null, string? Action = null, string? Subject = null, string? Text = null, string? Cursor = null);
