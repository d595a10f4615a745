using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Staff;

/// <summary>The forms of a page's screen that have fields to write in, by their names in the address.</summary>
internal static class TrailForms
{
    internal const string Message = "message";
    internal const string CalledIn = "called-in";
    internal const string Reroute = "reroute";
    internal const string Resolve = "resolve";
    internal const string Cancel = "cancel";
    internal const string Export = "export";

    internal static bool Allowed(string? form, PageRights rights, bool mayExport) => form switch
    {
        Message => rights.Write,
        CalledIn => rights.CallIn,
        Reroute => rights.PassOn,
        Resolve => rights.Resolve,
        Cancel => rights.Cancel,
        Export => mayExport,
        _ => false,
    };

    /// <summary>The partial view that draws it.</summary>
    internal static string ViewOf(string form) => form switch
    {
        CalledIn => "/Screens/Dispatch/_CalledIn.cshtml",
        Reroute => "/Screens/Staff/_Reroute.cshtml",
        Resolve => "/Screens/Staff/_Resolve.cshtml",
        Cancel => "/Screens/Staff/_Cancel.cshtml",
        Export => "/Screens/Staff/_Export.cshtml",
        _ => "/Screens/Staff/_Message.cshtml",
    };
}
