using System.Text;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Pulls;

namespace OnCall.Application.Tests.Rosters.Pulls;

/// <summary>A source that brings what a test says.</summary>
internal sealed class FakeFetch : IRosterFetch
{
    public List<RosterPlace> Asked { get; } = [];

    public Func<RosterPlace, FetchedRoster> Answer { get; set; } = _ => FetchedRoster.Failed("Nothing yet.");

    public string? WhyNot(string folder) => folder.StartsWith("/allowed", StringComparison.Ordinal) ? null : "Outside.";

    public Task<FetchedRoster> FetchAsync(RosterPlace place, CancellationToken cancellationToken)
    {
        Asked.Add(place);
        return Task.FromResult(Answer(place));
    }

    /// <summary>These rows from now on.</summary>
    public void Brings(string rows) => Answer = _ => new FetchedRoster(FetchResult.Fetched, new RosterFile("rota.csv", Encoding.UTF8.GetBytes(House.Headings + rows))) { ETag = "\"1\"" };

    public void Fails(string message = "The server answered 404.") => Answer = _ => FetchedRoster.Failed(message);
}
