namespace OnCall.Application.Paging;

/// <summary>A page as a sender writes it.</summary>
/// <param name="Role">Code, name or alias of the role.</param>
/// <param name="Urgency"><c>code</c>, <c>urgent</c>, <c>critical-result</c> or <c>routine</c>.</param>
/// <param name="Subject">At most 200 characters. Never leaves the building.</param>
/// <param name="Body">At most 4,000 characters. Never leaves the building.</param>
/// <param name="PatientRef">At most 100 characters. Never leaves the building.</param>
/// <param name="Callback">A telephone number: digits, <c>+ * #</c>, spaces and <c>ext</c>. Leaves the building.</param>
/// <param name="Replies">Up to 8 answers to choose from, at most 60 characters each.</param>
public sealed record SendPageRequest(
    string? Role,
    string? Urgency,
    string? Subject = null,
    string? Body = null,
    string? PatientRef = null,
    string? Callback = null,
    IReadOnlyList<string>? Replies = null);
