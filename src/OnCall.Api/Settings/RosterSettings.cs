namespace OnCall.Api.Settings;

/// <summary>Settings of rosters: <c>OnCall__Rosters__*</c>.</summary>
public sealed class RosterSettings
{
    /// <summary>The folders that rosters may be fetched from, each with all below it; none by default.</summary>
    public IList<string> PullFolders { get; } = [];
}
