using System.Text.Json.Serialization;

namespace OnCall.Application.Exports;

/// <param name="File">The text of the whole file, with its last line end.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record VerifyBody(string? File = null);
