using OnCall.Api.Screens.Wording;

namespace OnCall.Api.Screens.Staff;

/// <summary>
/// Messages with blanks, in the sender's language, so that nothing is forgotten in a hurry. SBAR: Institute for Healthcare Improvement,
/// "SBAR Tool: Situation-Background-Assessment-Recommendation".
/// </summary>
internal static class MessageTemplates
{
    internal static IReadOnlyList<MessageTemplate> All(Texts t) =>
    [
        new("sbar", t["SBAR: situation, background, assessment, recommendation"], Lines(t["Situation"], t["Background"], t["Assessment"], t["Recommendation"])),
        new("critical-result", t["Critical result: test, value, range, time"], Lines(t["Test"], t["Value"], t["Usual range"], t["Sample taken at"], t["Reported by"])),
        new("transfer", t["Transfer: from, to, reason, needs"], Lines(t["Moved from"], t["Moved to"], t["Reason"], t["Needs"])),
    ];

    /// <summary>What is typed already stays, the template follows.</summary>
    internal static string? After(string? typed, MessageTemplate? template) =>
        template is null ? typed : string.IsNullOrWhiteSpace(typed) ? template.Text : typed.TrimEnd() + "\n\n" + template.Text;

    private static string Lines(params string[] blanks) => string.Join('\n', blanks.Select(b => b + ": "));
}
