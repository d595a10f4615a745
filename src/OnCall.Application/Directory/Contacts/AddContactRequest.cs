using System.Text.Json.Serialization;

namespace OnCall.Application.Directory.Contacts;

/// <summary>A contact method that somebody adds for themselves.</summary>
/// <param name="Kind">sms, voice, mail, snpp, wctp or tap.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AddContactRequest(string? Kind, string? Address);
