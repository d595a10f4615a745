namespace OnCall.Application.Access.BreakGlass;

/// <summary>Why somebody wants to read a page that they have no part in.</summary>
/// <param name="Reason"><c>patientCare</c>, <c>handover</c>, <c>caseReview</c>, <c>technical</c> or <c>other</c>. Goes into the audit trail.</param>
/// <param name="Note">In their own words, 10 to 500 characters. Auditors read it; it does not go into the audit trail.</param>
public sealed record BreakGlassRequest(string? Reason, string? Note);
