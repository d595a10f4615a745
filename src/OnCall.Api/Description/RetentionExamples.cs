using NodaTime;
using OnCall.Application.Audit;
using OnCall.Application.Exports;
using OnCall.Application.Retention;

namespace OnCall.Api.Description;

/// <summary>Bodies of retention, and of exports for a case review.</summary>
internal static class RetentionExamples
{
    private const string Hash = "a2b652c4fe51615fafa7c90c0ab66cef9fbd190e661f1c84b3510b4a1c6bc3f0";

    private const string Pem = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEUpdxWfzZ2JRP8FqkZ1EAKz6Y5VJh
        tNQ4nZ0pYqz3nT5qXk0S0c7oR8VgFqH1vMZ5mQ0hHq0xT2m1YpWQ0m1x2g==
        -----END PUBLIC KEY-----

        """;

    private static readonly Guid Run = Guid.Parse("0199a3c0-0000-7000-8000-0000000000b1");
    private static readonly Guid Hold = Guid.Parse("0199a3c0-0000-7000-8000-0000000000b2");

    internal static IReadOnlyList<object> All { get; } =
    [
        new RetentionRuleView("urgentPages", "cardiology", 3650, 30, ExampleTimes.Sent, "person:N1001"),
        new RetentionRuleBody("cardiology", 3650),
        new RetentionForecast([new ForecastLine("urgentPages", "page", "cardiology", 3650, 120, 2, ExampleTimes.Sent - Duration.FromDays(3700), ExampleTimes.Sent - Duration.FromDays(3651))], true),
        new HoldView(Hold, "person", "N1001", null, "Case 12 of 2026", ExampleTimes.Sent, "person:N0001", null, null, null),
        new HoldBody(Person: "N1001", Reason: "Case 12 of 2026"),
        new LiftBody("The case is closed"),
        new RetentionRunView(
            Run, ExampleTimes.Sent, ExampleTimes.Sent + Duration.FromMinutes(3), "done",
            [new PurgedLine("urgentPages", "page", "cardiology", 3650, 120, ExampleTimes.Sent - Duration.FromDays(3700), ExampleTimes.Sent - Duration.FromDays(3651))],
            [new HeldLine("urgentPages", "page", Hold, "N1001", 2)]),
        new ExportBody("Case 12 of 2026"),
        new VerifyBody("<!doctype html>\n…\n<!-- oncall-export-1 key=… signature=… -->\n"),
        new ExportVerdict(true, "Every byte is as it was signed.", Hash, Hash),
        new SigningKeyView(Hash, ExampleTimes.Sent, Pem),
        new PageExport(
            PageExport.Version, new ExportMark(Run, ExampleTimes.Sent + Duration.FromDays(9), "person:N0001", "Ada Okafor", "Case 12 of 2026"), PageExamples.Page,
            [
                new AttemptLine(
                    "Ada Okafor (N1001)", "sms", "…101", "page", 0, "delivered", 1, ExampleTimes.Sent, ExampleTimes.Sent + Duration.FromSeconds(2),
                    "SM00000000000000000000000000000001", "Delivered."),
            ],
            [new AuditEntryView(4711, ExampleTimes.Sent, "person:N1001", "page.send", $"page:{PageExamples.Page.Id}", "{}", 4690, Hash)]),
    ];
}
