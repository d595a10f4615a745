using OnCall.Application.Rosters.Pulls;

namespace OnCall.RosterFiles.Pull;

/// <summary>Fetches rosters from servers and folders.</summary>
public sealed class RosterFetch(PullPlaces places, TimeProvider time) : IRosterFetch, IDisposable
{
    private readonly FolderFetch _folders = new(places);
    private readonly HttpFetch _http = new(places, time);

    public string? WhyNot(string folder) => _folders.WhyNot(folder);

    public Task<FetchedRoster> FetchAsync(RosterPlace place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Folder is { } folder ? _folders.FetchAsync(folder, place.Pattern, place.Seen, cancellationToken) : _http.FetchAsync(place, cancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
