using System.Text.Json.Serialization;

namespace OnCall.Application.Directory.Contacts;

/// <summary>The six digits that the contact method got.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record VerifyContactRequest(string? Code);
