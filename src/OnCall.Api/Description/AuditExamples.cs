using OnCall.Application.Audit;

namespace OnCall.Api.Description;

/// <summary>Bodies of the audit trail.</summary>
internal static class AuditExamples
{
    private const string Hash = "a2b652c4fe51615fafa7c90c0ab66cef9fbd190e661f1c84b3510b4a1c6bc3f0";

    internal static IReadOnlyList<object> All { get; } =
    [
        new AuditEntryView(4711, ExampleTimes.Sent, "person:N1001", "page.send", "page:0199a3c0-0000-7000-8000-000000000001", "{}", 4690, Hash),
        new AuditVerdictView(
            false, 4690, 4690, Hash, 12,
            [
                new AuditFindingView(
                    "altered", "Entry 4711 or its seal is not what was sealed as place 4690.", 4690, 4711, ExampleTimes.Sent, "person:N1001", "page.send",
                    "page:0199a3c0-0000-7000-8000-000000000001"),
            ],
            0,
            2),
    ];
}
