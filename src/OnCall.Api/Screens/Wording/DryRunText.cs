using NodaTime;
using OnCall.Application;
using OnCall.Application.Paging.DryRuns;

namespace OnCall.Api.Screens.Wording;

/// <summary>A line of a dry run as people read it.</summary>
internal static class DryRunText
{
    internal static string Of(Texts t, DryRunLine line, DateTimeZone zone) => line switch
    {
        { Channel: { } channel, Kind: "asked" } => t["{0} by {1}", line.Who ?? t["The role's own device"], ChannelText.Of(t, CamelCase.Of(channel.ToString()))],
        { Channel: { } channel } => t["{0} by {1}, again", line.Who ?? t["The role's own device"], ChannelText.Of(t, CamelCase.Of(channel.ToString()))],
        { Kind: "desk-reached" } => $"{t["The desk"]}{t[": "]}{t.Sentence(line.Detail, zone)}",
        { Who: { } who } => $"{who}{t[": "]}{t.Sentence(line.Detail, zone)}",
        _ => t.Sentence(line.Detail, zone),
    };

    /// <summary>Class of the style sheet; the words say the same.</summary>
    internal static string Style(DryRunLine line) => line.Kind switch
    {
        "step-started" => "step",
        "unreachable" or "uncovered" => "bad",
        "desk-reached" => "warn",
        _ => "",
    };
}
