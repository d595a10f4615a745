using OnCall.Application.Directory;

namespace OnCall.Api.Demo;

/// <summary>
/// Who works in the demo hospital. Nobody real: the numbers are of the range that is kept free for drama (+44 7700 900000 to 900999),
/// so that even a demo with a real provider rings nobody.
/// </summary>
internal static class DemoPeople
{
    /// <summary>Holds the demo key: at the desk, on duty for cardiology, and administrator, so that one browser shows both sides.</summary>
    internal const string You = "D001";

    internal static IEnumerable<PutPersonRequest> All()
    {
        yield return Person(1, "Noor Peeters", "demo", "admin", "dispatcher") with { Language = "en" };
        yield return Person(2, "Dr. Emma Janssens", "cardiology");
        yield return Person(3, "Dr. 佐藤 健", "cardiology") with { Language = "ja" };
        yield return Person(4, "Dr. Lucas Maes", "cardiology");
        yield return Person(5, "Prof. Marie Dubois", "cardiology");
        yield return Person(6, "Dr. Aisha Rahman", "surgery");
        yield return Person(7, "Dr. 王芳", "surgery") with { Language = "zh-Hans" };
        yield return Person(8, "Jonas Willems", "ward-21");
        yield return Person(9, "Sofia Rossi", "ward-21");
        yield return Person(10, "Yuki Tanaka", "ward-21") with { Language = "ja" };
        yield return Person(11, "Tom Claes", "demo", "dispatcher");
        yield return Person(12, "Ingrid Olsen", "surgery", "scheduler");
    }

    private static PutPersonRequest Person(int number, string name, string unit, params string[] permissions) => new(
        $"D{number:000}",
        name,
        [
            new ContactMethodInput("sms", $"+447700900{number:000}", true),
            new ContactMethodInput("snpp", $"5550{number:000}", true),
            new ContactMethodInput("mail", $"d{number:000}@hospital.example"),
        ],
        OrgUnit: unit,
        Permissions: [new GrantInput("staff"), .. permissions.Select(p => new GrantInput(p))]);
}
