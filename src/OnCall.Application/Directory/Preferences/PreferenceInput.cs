using System.Text.Json.Serialization;

namespace OnCall.Application.Directory.Preferences;

/// <summary>When a person wants to be asked by a contact method of theirs, as they write it.</summary>
/// <param name="Urgency"><c>urgent</c> or <c>critical-result</c>; for <c>code</c> everything rings at 0 s, and a routine page rings nowhere.</param>
/// <param name="Kind">Of a contact method that they have: <c>sms</c>, <c>voice</c>, <c>push</c>, <c>snpp</c>, <c>wctp</c>, <c>tap</c> or <c>mail</c>.</param>
/// <param name="AfterSeconds">0 to 600, from when they are asked. One verified method asks within 60 s whatever is written here.</param>
/// <param name="Address">Of one contact method; left out: all of the kind.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PreferenceInput(string? Urgency, string? Kind, int? AfterSeconds, string? Address = null);
