namespace OnCall.Api.Screens.Wording;

/// <summary>Retention in words.</summary>
internal static class RetentionText
{
    internal static string Class(Texts t, string name) => name switch
    {
        "deliveries" => t["Attempts and receipts, with addresses"],
        "routinePages" => t["Routine pages"],
        "criticalResultPages" => t["Critical results"],
        "urgentPages" => t["Urgent pages"],
        "codePages" => t["Codes"],
        "rosters" => t["Rosters"],
        "signIns" => t["Sign-ins"],
        "notices" => t["Notices"],
        _ => name,
    };

    internal static string Kind(Texts t, string name) => name == "deliveries" ? t["attempts of a page"] : name;

    internal static string On(Texts t, string name) => name switch
    {
        "page" => t["Page"],
        "person" => t["Person"],
        _ => t["Unit"],
    };

    internal static string Outcome(Texts t, string? name) => name switch
    {
        "done" => t["all that could go is gone"],
        "timeOver" => t["its time was over; the next goes on"],
        "gaveWay" => t["it gave way to pages; the next goes on"],
        "taken" => t["a later run had begun"],
        "failed" => t["it failed; the log says why"],
        _ => t["it runs, or broke off"],
    };
}
