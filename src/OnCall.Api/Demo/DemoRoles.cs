using OnCall.Application.Directory;
using OnCall.Application.Presets;

namespace OnCall.Api.Demo;

/// <summary>The units, policies, roles and presets of the demo hospital.</summary>
internal static class DemoRoles
{
    internal const string Cardiology = "cardiology/duty-physician";
    internal const string Surgery = "surgery/duty-surgeon";
    internal const string Ward = "ward-21/nurse";
    internal const string CodeTeam = "code-team";

    internal static IEnumerable<PutOrgUnitRequest> Units(string timeZone) =>
    [
        new("demo", "Demo hospital", TimeZone: timeZone),
        new("cardiology", "Cardiology", "demo"),
        new("surgery", "Surgery", "demo"),
        new("ward-21", "Ward 21", "demo"),
    ];

    internal static IEnumerable<PutPolicyRequest> Policies() =>
    [
        new("duty", "Duty: tier by tier, then the desk",
        [
            new StepBody(120, [Tier(1)]),
            new StepBody(180, [Tier(2)]),
            new StepBody(300, [Tier(3)]),
            new StepBody(120, [new StepTargetBody("desk")]),
        ]),
        new("team", "Team: two must come",
        [
            new StepBody(30, [Tier(1)], Acknowledgements: 2),
            new StepBody(30, [new StepTargetBody("desk")]),
        ]),
    ];

    internal static IEnumerable<PutRoleRequest> Roles() =>
    [
        new(Surgery, "Surgery – duty surgeon", ["Surgeon on call", "外科 当直医", "外科值班医生"], "surgery", "duty"),
        new(Cardiology, "Cardiology – duty physician", ["Cardio on call", "循環器内科 当直医", "心内科值班医生"], "cardiology", "duty", Surgery),
        new(Ward, "Ward 21 – nurse on duty", ["21病棟 看護師"], "ward-21", "duty"),
        new(CodeTeam, "Code team", ["Crash team", "コードブルー"], "demo", "team",
            ContactMethods: [new ContactMethodInput("snpp", "5550999", true)]),
    ];

    internal static IEnumerable<PutPresetRequest> Presets() =>
    [
        new("cardiac-arrest", "Cardiac arrest", "code", [CodeTeam, Cardiology, Surgery], "demo", "Bring the trolley"),
    ];

    private static StepTargetBody Tier(int tier) => new("tier", Tier: tier);
}
