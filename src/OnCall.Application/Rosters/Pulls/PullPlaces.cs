namespace OnCall.Application.Rosters.Pulls;

/// <summary>The folders that rosters may be fetched from; none unless the settings name any: <c>OnCall__Rosters__PullFolders</c>.</summary>
public sealed record PullPlaces(IReadOnlyList<string> Folders)
{
    /// <summary>How long a fetch by HTTP may take as a whole.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);
}
