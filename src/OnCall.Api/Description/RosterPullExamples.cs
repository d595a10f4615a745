using NodaTime;
using OnCall.Application.Rosters.Pulls;

namespace OnCall.Api.Description;

/// <summary>Bodies of roster pulls.</summary>
internal static class RosterPullExamples
{
    private static readonly Instant Looked = Instant.FromUtc(2026, 11, 23, 8, 0);
    private static readonly Dictionary<string, string> Mapping = new(StringComparer.Ordinal) { ["start"] = "Beginn" };

    internal static IReadOnlyList<object> All { get; } =
    [
        new PutRosterPullRequest(
            null, "cardiology", "Europe/Brussels", "https://rota.hospital.example/cardiology.csv", Every: 60, Mapping: Mapping,
            Header: new PullHeaderBody("Authorization", "Bearer 8fJ2q0")),
        new RosterPullView(
            "cardiology-rota", "cardiology", "https://rota.hospital.example/cardiology.csv", null, null, 60, "Europe/Brussels", null, null, null, null, null, null,
            Mapping, null, null, new PullHeaderView("Authorization"), 48, true, Looked, Looked, RosterPullOutcome.Published, ExampleTimes.Id(6),
            "56 added, 0 changed, 0 removed.", Looked + Duration.FromHours(1)),
    ];
}
