using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Invitations;
using OnCall.Application.Access.SecondFactor;
using OnCall.Application.Access.Sessions;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Holidays;
using OnCall.Application.Directory.Preferences;
using OnCall.Application.Paging;
using OnCall.Application.Paging.DryRuns;
using OnCall.Domain.Access;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Description;

/// <summary>Bodies of the directory and of keys.</summary>
internal static class DirectoryExamples
{
    private const string Role = "cardiology/duty-physician";
    private static readonly CoverageBody Nights = new(new CoverageTimes(null, [new CoverageSpan(["mon", "tue", "wed", "thu", "fri"], "18:00", "08:00")]), 1);
    private static readonly IReadOnlyList<StepBody> Steps =
    [
        new(120, [new StepTargetBody("tier", Tier: 1)]),
        new(180, [new StepTargetBody("tier", Tier: 2), new StepTargetBody("person", "N1003")], Acknowledgements: 1, Repeat: 1),
        new(300, [new StepTargetBody("desk")]),
    ];

    internal static IReadOnlyList<object> All { get; } =
    [
        new PutOrgUnitRequest(null, "Cardiology", "internal-medicine", "Europe/Brussels"),
        new OrgUnitView("cardiology", "Cardiology", "internal-medicine", "Europe/Brussels"),
        new PutHolidaysRequest([new HolidayInput("2026-12-25", "Christmas"), new HolidayInput("2027-01-01", "New Year")]),
        new HolidaysView(
            "cardiology", [new HolidayView("2026-12-25", "Christmas", "cardiology"), new HolidayView("2027-01-01", "New Year", "cardiology")],
            [new HolidayView("2026-11-11", "Armistice", "internal-medicine")]),
        new PutPersonRequest(
            null, "Ada Okafor", [new ContactMethodInput("push", "fcm-registration-token"), new ContactMethodInput("sms", "+32475550101", Verified: true)],
            Active: true, Language: "nl", OrgUnit: "cardiology", Permissions: [new GrantInput("staff"), new GrantInput("scheduler", "cardiology")],
            Position: "consultant", Rank: 5),
        new PersonView(
            "N1001", "Ada Okafor", true, "nl", "cardiology", [new GrantView(Permission.Staff, null), new GrantView(Permission.Scheduler, "cardiology")],
            [new ContactMethodView(ContactMethodKind.Push, "fcm-registration-token", false), new ContactMethodView(ContactMethodKind.Sms, "+32475550101", true)],
            [new PreferenceView("urgent", ContactMethodKind.Sms, null, 0)], "consultant", 5),
        new PutPreferencesRequest([new PreferenceInput("urgent", "sms", 0)]),
        new PreferencesView(
            [new PreferenceView("urgent", ContactMethodKind.Sms, null, 0)],
            [new UrgencyPlan("urgent", [new PlanLine(ContactMethodKind.Push, "fcm-registration-token", false, 0), new PlanLine(ContactMethodKind.Sms, "+32475550101", true, 0)])]),
        new PutRoleRequest(
            null, "Cardiology – duty physician", ["Cardio on call", "循環器 当直医"], "cardiology", "usual", "internal-medicine/duty-physician", Nights,
            [new ContactMethodInput("snpp", "5550199", Verified: true)], "Europe/Brussels", new DemandBody(["consultant", "registrar"], 3)),
        new RoleName(Role, "Cardiology – duty physician"),
        new RoleView(
            Role, "Cardiology – duty physician", ["Cardio on call", "循環器 当直医"], "cardiology", "usual", "internal-medicine/duty-physician", Nights,
            [new ContactMethodView(ContactMethodKind.Snpp, "5550199", true)], "Europe/Brussels", new DemandBody(["consultant", "registrar"], 3)),
        new PutPolicyRequest(null, "Two tiers, then the desk", Steps, OutcomeWithinSeconds: 3600),
        new PolicyView("usual", "Two tiers, then the desk", Steps, 3600),
        new DryRunRequest(Role, "urgent", Steps: Steps),
        new DryRunView(
            new RoleLine(Role, "Cardiology – duty physician"), "urgent", ExampleTimes.Sent,
            [
                new DryRunLine(ExampleTimes.Sent, "step-started", null, null, "Step 1 of 3."),
                new DryRunLine(ExampleTimes.Sent, "asked", "Ada Okafor", ContactMethodKind.Push, ""),
                new DryRunLine(ExampleTimes.Sent + Duration.FromSeconds(30), "asked", "Ada Okafor", ContactMethodKind.Sms, ""),
            ],
            [new PersonLine("N1002", "Sam Lee")], Complete: false),
        new CreateKeyRequest(Integration: "lab-system", Permissions: [new GrantInput("staff")], Expires: ExampleTimes.NextYear),
        new CreatedKey(ExampleTimes.Id(9), "oc_2kq7…told-this-once", null, "lab-system", ExampleTimes.NextYear),
        new MadeInvitation("N1001", "/welcome/kq3…told-this-once", ExampleTimes.NextYear),
        new KeyView(
            ExampleTimes.Id(9), null, "lab-system", [new GrantView(Permission.Staff, null)], "person:N1001", ExampleTimes.Sent, ExampleTimes.NextYear, ExampleTimes.Sent, null),
        new EndedSessions(2, 1, [ExampleTimes.Id(9)]),
        new SecondFactorRulesBody(["admin", "dispatcher"], ["pharmacy"]),
        new SessionView(ExampleTimes.Id(10), "passkey", false, ExampleTimes.Sent, ExampleTimes.Sent, ExampleTimes.NextYear, true),
    ];
}
