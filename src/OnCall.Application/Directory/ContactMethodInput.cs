using System.Text.Json.Serialization;

namespace OnCall.Application.Directory;

/// <summary>A contact method as written by whoever keeps the directory.</summary>
/// <param name="Kind"><c>sms</c>, <c>voice</c>, <c>push</c>, <c>snpp</c>, <c>wctp</c>, <c>tap</c>, <c>mail</c> or <c>inApp</c>.</param>
/// <param name="Address">E.164 number, device token, pager id or mail address; <c>inApp</c> needs none.</param>
/// <param name="Verified">Left out: stays as it is for an address that is already there, false for a new one.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ContactMethodInput(string? Kind, string? Address = null, bool? Verified = null);
