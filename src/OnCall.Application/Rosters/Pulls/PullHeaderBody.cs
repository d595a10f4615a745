using System.Text.Json.Serialization;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>A header that opens the URL.</summary>
/// <param name="Value">Kept and never shown; left out, the one that is kept stays, for as long as name and server stay.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PullHeaderBody(string? Name, string? Value)
{
    public override string ToString() => $"{Name}: …";
}
