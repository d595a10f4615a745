using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Application.Presets;

namespace OnCall.Api.Description;

/// <summary>Bodies of presets.</summary>
internal static class PresetExamples
{
    private static readonly RoleName Cardiology = new("cardiology/duty-physician", "Cardiology – duty physician");
    private static readonly RoleName Anaesthesia = new("anaesthesia/duty-physician", "Anaesthesia – duty physician");
    private static readonly PageView Page = PageExamples.Page with { Urgency = "code", Subject = "ICU bed 4 – Cardiac arrest, adult: Bring the trolley", Body = null, PatientRef = null, Replies = [] };

    internal static IReadOnlyList<object> All { get; } =
    [
        new PutPresetRequest(null, "Cardiac arrest, adult", "code", [Cardiology.Code, Anaesthesia.Code], Subject: "Bring the trolley"),
        new PresetView("cardiac-arrest", "Cardiac arrest, adult", null, "code", "Bring the trolley", null, [Cardiology, Anaesthesia], AsksWhere: true, Active: true),
        new SetOffRequest("ICU bed 4", "555 0199"),
        new SetOffView(
            new PresetName("cardiac-arrest", "Cardiac arrest, adult"), Complete: false,
            [
                new SetOffLine(Cardiology, Page, null),
                new SetOffLine(Anaesthesia, null, new SetOffProblem("busy", ProblemTypes.Busy.Title, ProblemTypes.Busy.Detail)),
            ]),
    ];
}
