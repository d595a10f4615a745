namespace OnCall.Api.Screens.Wording;

/// <summary>The four urgencies as people choose and read them, most urgent first.</summary>
/// <param name="Code">As written in the API.</param>
/// <param name="Label">On buttons and tags.</param>
/// <param name="For">What it is meant for.</param>
/// <param name="Does">What happens, by the class's defaults.</param>
internal sealed record UrgencyText(string Code, string Label, string For, string Does)
{
    internal static IReadOnlyList<UrgencyText> All(Texts t) =>
    [
        new("code", LabelOf(t, "code"), t["Cardiac arrest, trauma, code teams"],
            t["Rings on everything they have, again every 30 seconds. The next people after 30 seconds, the desk after a minute."]),
        new("urgent", LabelOf(t, "urgent"), t["Somebody must see the patient now"],
            t["Push, then SMS, then pager. The next people after 2 and 5 minutes, then the desk."]),
        new("critical-result", LabelOf(t, "critical-result"), t["A value that must be read back"],
            t["Push, then SMS. The next people after 5 and 15 minutes, then the desk. Taken only with the value read back."]),
        new("routine", LabelOf(t, "routine"), t["Can wait for free hands"],
            t["Rings nowhere: it waits in their inbox, and after 4 hours on the desk's board."]),
    ];

    internal static string LabelOf(Texts t, string code) => code switch
    {
        "code" => t["Code"],
        "urgent" => t["Urgent"],
        "critical-result" => t["Critical result"],
        "routine" => t["Routine"],
        var other => other,
    };
}
