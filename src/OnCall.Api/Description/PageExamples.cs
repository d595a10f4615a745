using NodaTime;
using OnCall.Api.Endpoints.Pages;
using OnCall.Application.Access.BreakGlass;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Domain.Access.BreakGlass;

namespace OnCall.Api.Description;

/// <summary>Bodies of pages and of what people do with them.</summary>
internal static class PageExamples
{
    private static readonly PersonLine Ada = new("N1001", "Ada Okafor");

    internal static readonly PageView Page = new(
        ExampleTimes.Id(1), "#A1B2", "open", AtDesk: false, "urgent", new RoleLine("cardiology/duty-physician", "Cardiology – duty physician"),
        "Chest pain", "68 y, ST elevation in II, III, aVF", "MRN 4711", "555 0199", ["Give aspirin, I come"], new PersonLine("N2001", "Nina Nurse"), ExampleTimes.Sent,
        [new ResponderLine(Ada, "notified", 1, ExampleTimes.Sent, Reachable: true)], Step: 1, Steps: 4, ExampleTimes.Sent + Duration.FromMinutes(2), [],
        AcknowledgementsNeeded: 1, TakenOverBy: null, OutcomeDueAt: null, GoesOnAt: null,
        [
            new EventLine(ExampleTimes.Sent, "sent", "Nina Nurse", null, "Nina Nurse paged Cardiology – duty physician, urgent."),
            new EventLine(ExampleTimes.Sent + Duration.FromSeconds(1), "delivered", "Ada Okafor", "push", "Push: delivered"),
        ]);

    private static readonly BrokenGlassView Broken = new(
        Page.Id, new PersonLine("N2001", "Bram Peeters"), BreakGlassReason.PatientCare, "The patient is with us now; I need what was paged about her.",
        ExampleTimes.Sent + Duration.FromMinutes(5), ExampleTimes.Sent + Duration.FromMinutes(65));

    internal static IReadOnlyList<object> All { get; } =
    [
        new SendPageRequest("Cardiology – duty physician", "urgent", Page.Subject, Page.Body, Page.PatientRef, Page.Callback, Page.Replies),
        Page,
        new PageList([Page with { Events = [] }], null),
        new AcknowledgeRequest(Reply: "On my way"),
        new DeclineBody("In theatre until noon"),
        new RerouteBody("internal-medicine/duty-physician"),
        new ResolveBody("To the cath lab"),
        new CancelBody("Sent to the wrong role"),
        new MessageBody("ECG is in the record now"),
        new BreakGlassRequest("patientCare", "The patient is with us now; I need what was paged about her."),
        Broken,
        new ListOf<BrokenGlassView>([Broken], null),
    ];
}
