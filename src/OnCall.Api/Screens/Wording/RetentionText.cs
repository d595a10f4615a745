namespace OnCall.Api.Screens.Wording;

/// <summary>Retention in words.</summary>
internal static class RetentionText
{
    internal static string Class(string name) => name switch
    {
        "deliveries" => "Attempts and receipts, with addresses",
        "routinePages" => "Routine pages",
        "criticalResultPages" => "Critical results",
        "urgentPages" => "Urgent pages",
        "codePages" => "Codes",
        "rosters" => "Rosters",
        "signIns" => "Sign-ins",
        "notices" => "Notices",
        _ => name,
    };

    internal static string Kind(string name) => name == "deliveries" ? "attempts of a page" : name;

    internal static string On(string name) => name switch
    {
        "page" => "Page",
        "person" => "Person",
        _ => "Unit",
    };

    internal static string Outcome(string? name) => name switch
    {
        "done" => "all that could go is gone",
        "timeOver" => "its time was over; the next goes on",
        "gaveWay" => "it gave way to pages; the next goes on",
        "taken" => "a later run had begun",
        "failed" => "it failed; the log says why",
        _ => "it runs, or broke off",
    };
}
