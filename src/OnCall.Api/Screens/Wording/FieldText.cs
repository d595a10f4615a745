namespace OnCall.Api.Screens.Wording;

/// <summary>Fields of requests as the screens label them.</summary>
internal static class FieldText
{
    internal static string Of(Texts t, string field) => field.Split('[', '.')[0] switch
    {
        "role" => t["Role"],
        "urgency" => t["Urgency"],
        "subject" => t["Subject"],
        "body" => t["Message"],
        "patientRef" => t["Patient reference"],
        "callback" => t["Call back on"],
        "replies" => t["Answers to choose from"],
        "readBack" => t["Value read back"],
        "reply" => t["Answer"],
        "by" => t["Employee number"],
        "outcome" => t["Outcome"],
        "preferences" => t["Preference"],
        "reason" => t["Reason"],
        "kind" => t["Kind"],
        "address" => t["Number or address"],
        "code" => t["Six digits that it got"],
        "name" => t["Name"],
        var other => other,
    };
}
