using System.Text.Json.Nodes;

namespace OnCall.Api.Description;

/// <summary>What parameters mean, and an example of each, by name; those that mean another thing elsewhere stand under their operation's path.</summary>
internal static class ParameterExamples
{
    private static readonly Dictionary<string, (string Means, JsonNode Example)> ByName = new(StringComparer.Ordinal)
    {
        ["id"] = ("The id, as an answer gave it.", "0199a3c0-0000-7000-8000-000000000001"),
        ["code"] = ("Its code: lower-case letters, digits, dashes and slashes.", "cardiology"),
        ["employeeNo"] = ("The hospital's own number, in any case of letters.", "N1001"),
        ["cursor"] = ("The next of the part before, as it was given; left out: the first part.", "bmV4dA"),
        ["limit"] = ("How many at the most, 1 to 500; left out: 100.", 50),
        ["role"] = ("Code, name or alias of a role, in any case, width and spacing and with any dash.", "cardiology/duty-physician"),
        ["orgUnit"] = ("The code of a unit: its roles and those of the units below it.", "cardiology"),
        ["at"] = ("An instant with its offset; left out: now.", "2026-10-25T00:30:00Z"),
        ["from"] = ("An instant, or a local date in each role's zone; left out: now.", "2026-11-23"),
        ["to"] = ("As from, exclusive; left out: seven days after it.", "2026-11-30"),
        ["state"] = ("open, acknowledged, resolved, cancelled, or closed for the last two; left out: any.", "open"),
        ["atDesk"] = ("true or false: whether it stands at the desk; left out: either.", "true"),
        ["token"] = ("The secret of a calendar feed, as it was told once.", "Yk3b0v5Wm1c8Qe7Rt2Zp9XaLs4Hd6Jf0"),
        ["q"] = ("What is typed so far; left out: one's own roles first, then all.", "cardio"),
        ["format"] = ("csv or xlsx; left out: csv.", "xlsx"),
        ["person"] = ("The employee number of whoever is on it.", "N1001"),
        ["preview"] = ("true shows what it would do and stores nothing; left out: false.", true),
        ["confirm"] = ("true removes it also where nothing else would reach you; left out: false.", true),
        ["now"] = ("true ends the shift that runs at this instant too; left out: it goes on to its end.", true),
        ["mine"] = ("true lists only those that I give or take in; left out: all that I may see.", true),
        ["urgency"] = ("code, urgent, critical-result or routine; left out: any.", "code"),
        ["actor"] = ("What the actor begins with; left out: anybody.", "person:N1001"),
        ["action"] = ("What the action begins with; left out: any.", "page."),
        ["subject"] = ("What the subject begins with; left out: anything.", "role:cardiology"),
        ["text"] = ("Words that stand in the detail; left out: any.", "urgent"),
        ["class"] = ("deliveries, routinePages, criticalResultPages, urgentPages, codePages, rosters, signIns or notices.", "urgentPages"),
        ["Idempotency-Key"] = ("A random value for each page, at most 200 characters; the same when the request is repeated.", "3f1c9a64e0b84c6f9d0c9f5f3f6a2b17"),
    };

    private static readonly Dictionary<string, (string Means, JsonNode Example)> ByPath = new(StringComparer.Ordinal)
    {
        ["api/v1/roles/{code} code"] = ("Its code, which may hold slashes.", "cardiology/duty-physician"),
        ["api/v1/me/favourite-roles/{role} role"] = ("Code of a role, which may hold slashes.", "cardiology/duty-physician"),
        ["api/v1/presets/{code} code"] = ("Its code: letters, digits and single dashes, in any case of letters.", "cardiac-arrest"),
        ["api/v1/presets/{code}/set-off code"] = ("Its code: letters, digits and single dashes, in any case of letters.", "cardiac-arrest"),
        ["api/v1/presets/{code}/set-off Idempotency-Key"] = ("A random value for each press, at most 200 characters; the same when the press is repeated.", "3f1c9a64e0b84c6f9d0c9f5f3f6a2b17"),
        ["api/v1/rotations/{code} code"] = ("Its code: letters, digits and single dashes.", "cardiology-nights"),
        ["api/v1/roster-pulls/{code} code"] = ("Its code: letters, digits and single dashes.", "cardiology-rota"),
        ["api/v1/roster-pulls/{code}/run code"] = ("Its code: letters, digits and single dashes.", "cardiology-rota"),
        ["api/v1/pages cursor"] = ("The next of the part before, as it was given; left out: the newest.", "0199a3c0-0000-7000-8000-000000000001"),
        ["api/v1/shifts from"] = ("When the shift begins: an instant, or a time in the role's zone.", "2026-11-23T20:00"),
        ["api/v1/audit from"] = ("The first date of the house's zone, or instant; left out: the oldest.", "2026-11-23"),
        ["api/v1/audit to"] = ("As from, exclusive; left out: the newest.", "2026-11-30"),
        ["api/v1/audit cursor"] = ("The next of the part before, as it was given; left out: the newest.", "4711"),
        ["api/v1/audit.csv from"] = ("The first date of the house's zone, or instant; left out: the oldest.", "2026-11-23"),
        ["api/v1/audit.csv to"] = ("As from, exclusive; left out: the newest.", "2026-11-30"),
        ["api/v1/audit.csv cursor"] = ("Only entries before this one; left out: from the newest.", "4711"),
        ["api/v1/retention/rules/{class} orgUnit"] = ("The code of the unit whose rule it is; left out: that of the whole hospital.", "cardiology"),
        ["api/v1/retention/forecast class"] = ("The class of a rule to be tried out; left out: the rules as they are.", "urgentPages"),
        ["api/v1/retention/forecast orgUnit"] = ("The code of the unit of the rule to be tried out; left out: the whole hospital.", "cardiology"),
        ["api/v1/retention/forecast days"] = ("The days of the rule to be tried out.", 400),
        ["api/v1/retention/runs cursor"] = ("The next of the part before, as it was given; left out: the newest.", "2026-11-23T02:00:00Z"),
        ["api/v1/swaps state"] = ("asked, accepted, inForce, declined, withdrawn, refused, expired or void; left out: any.", "asked"),
        ["api/v1/alarms state"] = ("open or cleared; left out: open.", "open"),
        ["api/v1/rosters/uploads cursor"] = ("The next of the part before, as it was given; left out: the latest.", "0199a3c0-0000-7000-8000-000000000001"),
    };

    /// <summary>Null for a name that nobody has described.</summary>
    internal static (string Means, JsonNode Example)? Of(string path, string name) =>
        ByPath.TryGetValue($"{path.Replace("{**", "{", StringComparison.Ordinal)} {name}", out var here) ? here
        : ByName.TryGetValue(name, out var found) ? found
        : null;
}
