namespace OnCall.Architecture.Tests.Sentences;

/// <summary>What reads like a sentence in the sources and is not translated, each with its reason.</summary>
internal static class Untranslated
{
    private const string NotYet = "not yet";
    private const string OwnLanguage = "leaves OnCall, in a language of its own";
    private const string Operators = "read by whoever runs OnCall, in the log or at the start";
    private const string Heading = "a heading as files have it";
    private const string Format = "no words: a format, a header or a protocol";

    /// <summary>Folders and files.</summary>
    public static IReadOnlyDictionary<string, string> Places { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["src/OnCall.Domain/Notices/"] = NotYet,
        ["src/OnCall.Domain/Roles/"] = NotYet,
        ["src/OnCall.Domain/Notifications/CheckText.cs"] = OwnLanguage,
        ["src/OnCall.Domain/Notifications/ContactAddress.cs"] = NotYet,
        ["src/OnCall.Domain/Notifications/DeviceTestText.cs"] = OwnLanguage,
        ["src/OnCall.Domain/Notifications/ExternalText.cs"] = OwnLanguage,
        ["src/OnCall.Domain/Notifications/Speech/"] = OwnLanguage,
        ["src/OnCall.Application/Access/"] = NotYet,
        ["src/OnCall.Application/Alarms/"] = NotYet,
        ["src/OnCall.Application/Directory/"] = NotYet,
        ["src/OnCall.Application/Exports/ExportHtml.cs"] = OwnLanguage,
        ["src/OnCall.Application/Exports/ExportedFile.cs"] = Format,
        ["src/OnCall.Application/Paging/AnswerSms.cs"] = OwnLanguage,
        ["src/OnCall.Application/Rosters/Export/"] = NotYet,
        ["src/OnCall.Application/Rosters/Feeds/"] = NotYet,
        ["src/OnCall.Application/Rosters/Paper/"] = NotYet,
        ["src/OnCall.Application/Rosters/Pulls/"] = NotYet,
        ["src/OnCall.Application/Rosters/Rotations/"] = NotYet,
        ["src/OnCall.Application/Telemetry/"] = Operators,
        ["src/OnCall.Channels/"] = NotYet,
        ["src/OnCall.Data/"] = NotYet,
        ["src/OnCall.RosterFiles/Export/"] = NotYet,
        ["src/OnCall.RosterFiles/ICalendar/"] = NotYet,
        ["src/OnCall.RosterFiles/Paper/"] = NotYet,
        ["src/OnCall.RosterFiles/Pull/"] = NotYet,
        ["src/OnCall.RosterFiles/Tables/Headings.cs"] = Format,
        ["src/OnCall.Api/"] = NotYet,
    };

    /// <summary>Single texts of places that are translated otherwise.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["d MMM uuuu"] = Format,
        ["PowerPoint Document"] = Format,
        ["Employee no"] = Heading,
        ["Staff ID"] = Heading,
        ["Staff name"] = Heading,
        ["by hand"] = "the screen has a text of its own for it",
        ["day off"] = "a word of the grid's legend, never shown",
        ["swap: {}"] = "kept as the reason of a cover, as it was written",
        ["taken over"] = "kept as the reason of a cover, as it was written",
        ["uuuu-MM-dd HH:mm"] = Format,
        ["yyyy-MM-dd HH:mm"] = Format,
        ["yyyy-MM-dd HH:mm:ss"] = Format,
    };

    /// <summary>Translated, though the sources make them of parts or hold them as single words: where they come from.</summary>
    public static IReadOnlyDictionary<string, string> Made { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["{}: {}"] = "CourseRules: what came of a page",
        ["Attempt {}: {} Tried again shortly."] = "NotificationStore.Results joins AttemptLine and this",
        ["In-app"] = "ChannelName", ["Push"] = "ChannelName", ["SMS"] = "ChannelName", ["Voice"] = "ChannelName", ["Mail"] = "ChannelName",
        ["code"] = "UrgencyNames", ["urgent"] = "UrgencyNames", ["critical-result"] = "UrgencyNames", ["routine"] = "UrgencyNames",
        ["answered"] = "ReplyRules",
    };

    public static string? ReasonFor(string path, string shape) =>
        Places.FirstOrDefault(place => path.StartsWith(place.Key, StringComparison.Ordinal)).Value ?? Texts.GetValueOrDefault(shape);
}
