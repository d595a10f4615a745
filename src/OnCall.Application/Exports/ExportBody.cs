using System.Text.Json.Serialization;

namespace OnCall.Application.Exports;

/// <summary>What is asked of an export.</summary>
/// <param name="Reason">Why, at most 300 characters: it stands on every printed page and in the audit trail, which is kept for ever. No patient data.</param>
/// <param name="Form"><c>html</c> or <c>json</c>; left out: html.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExportBody(string? Reason = null, string? Form = null);
