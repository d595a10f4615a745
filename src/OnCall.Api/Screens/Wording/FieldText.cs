namespace OnCall.Api.Screens.Wording;

/// <summary>Fields of requests as the screens label them.</summary>
internal static class FieldText
{
    internal static string Of(string field) => field.Split('[', '.')[0] switch
    {
        "role" => "Role",
        "urgency" => "Urgency",
        "subject" => "Subject",
        "body" => "Message",
        "patientRef" => "Patient reference",
        "callback" => "Call back on",
        "replies" => "Answers to choose from",
        "readBack" => "Value read back",
        "reply" => "Answer",
        "by" => "Employee number",
        "outcome" => "Outcome",
        "preferences" => "Preference",
        "reason" => "Reason",
        var other => other,
    };
}
