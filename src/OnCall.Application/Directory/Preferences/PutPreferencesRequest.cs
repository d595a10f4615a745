using System.Text.Json.Serialization;

namespace OnCall.Application.Directory.Preferences;

/// <summary>All that a person prefers from now on; an empty list goes back to the classes' own times.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutPreferencesRequest(IReadOnlyList<PreferenceInput>? Preferences);
