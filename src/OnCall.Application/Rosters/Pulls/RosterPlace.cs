namespace OnCall.Application.Rosters.Pulls;

/// <summary>Where to fetch, and what is known of the content that was taken last.</summary>
/// <param name="Seen">The newest file of the folder as the look before saw it.</param>
public sealed record RosterPlace(string? Url, string? Folder, string? Pattern, string? HeaderName, PullSecret? Secret, string? ETag, string? LastModified, string? Seen);
