using OnCall.Application.Alarms;

namespace OnCall.Api.Screens.Wording;

/// <summary>Alarms about OnCall itself, in words.</summary>
internal static class AlarmText
{
    internal static string LabelOf(string severity) => severity switch
    {
        "critical" => "Critical",
        "serious" => "Serious",
        "warning" => "Warning",
        var other => other,
    };

    /// <summary>The heading of those that are folded away: <c>2 serious, 12 warnings</c>.</summary>
    internal static string More(IReadOnlyCollection<AlarmView> alarms)
    {
        var warnings = alarms.Count(a => a.Severity == "warning");
        var others = alarms.Count - warnings;
        var told = warnings switch { 0 => "", 1 => "1 warning", _ => $"{warnings} warnings" };
        return others == 0 ? told : warnings == 0 ? $"{others} more" : $"{others} more, {told}";
    }
}
