using System.Globalization;

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
        "with" => t["Whom you ask"],
        "reason" => t["Reason"],
        "code" => t["Its code"],
        "name" => t["Name"],
        "aliases" => t["Further names"],
        "orgUnit" => t["Unit"],
        "parent" => t["Lies in"],
        "timeZone" => t["Time zone"],
        "policy" => t["Policy"],
        "fallbackRole" => t["Fallback role"],
        "coverage" => t["Coverage"],
        "employeeNo" => t["Employee number"],
        "position" => t["Position"],
        "rank" => t["Rank"],
        "language" => t["Language"],
        "permissions" => t["Permission"],
        "contactMethods" => t["Contact methods"],
        "steps" when Place(field) is { } place => t["Step {0}", place],
        "steps" => t["Steps"],
        "outcomeWithinSeconds" => t["Outcome"],
        "kind" => t["Kind"],
        "address" => t["Number or address"],
        "where" => t["Where?"],
        "roles" => t["Roles that it pages"],
        var other => other,
    };

    // People count from 1.
    private static int? Place(string field) =>
        field.Split('[', ']') is [_, var index, ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at + 1 : null;
}
