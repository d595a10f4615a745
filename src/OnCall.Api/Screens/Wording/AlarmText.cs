using OnCall.Application.Alarms;

namespace OnCall.Api.Screens.Wording;

/// <summary>Alarms about OnCall itself, in words.</summary>
internal static class AlarmText
{
    internal static string LabelOf(Texts t, string severity) => severity switch
    {
        "critical" => t["Critical"],
        "serious" => t["Serious"],
        "warning" => t["Warning"],
        var other => other,
    };

    /// <summary>The heading of those that are folded away: <c>2 serious, 12 warnings</c>.</summary>
    internal static string More(Texts t, IReadOnlyCollection<AlarmView> alarms)
    {
        var warnings = alarms.Count(a => a.Severity == "warning");
        var others = alarms.Count - warnings;
        return t.List(new[] { others == 0 ? "" : t["{0} more", others], warnings == 0 ? "" : t.Many(warnings, "1 warning", "{0} warnings") }.Where(p => p.Length > 0));
    }
}
