using OnCall.Api.Screens.Wording;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Screens.Rota;

/// <summary>Uploads in words.</summary>
internal static class UploadText
{
    /// <summary>Our names of the columns, in the order in which people think of them.</summary>
    internal static IReadOnlyList<(string Name, string Label)> Columns(Texts t) =>
    [
        ("role", t["Role"]), ("department", t["Department"]), ("employeeNo", t["Employee number"]), ("name", t["Name"]), ("mail", t["Mail"]),
        ("start", t["Start (date and time)"]), ("startDate", t["Start date"]), ("startTime", t["Start time"]),
        ("end", t["End (date and time)"]), ("endDate", t["End date"]), ("endTime", t["End time"]), ("tier", t["Tier"]), ("shift", t["The roster's word for it"]),
    ];

    internal static string Status(this Texts t, UploadStatus status) => status switch
    {
        UploadStatus.Preview => t["Preview, not in force"],
        UploadStatus.Published => t["In force"],
        UploadStatus.Unchanged => t["The roster said so already"],
        _ => t["Taken back"],
    };

    internal static string Changes(this Texts t, PublicationChanges changes) =>
        t["{0} added, {1} changed, {2} removed, {3} unchanged", changes.Added, changes.Changed, changes.Removed, changes.Unchanged];

    internal static string Kind(this Texts t, DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => t["Added"],
        DifferenceKind.Changed => t["Changed"],
        DifferenceKind.Cut => t["Cut"],
        _ => t["Removed"],
    };

    internal static string Delimiter(this Texts t, string? delimiter) => delimiter switch
    {
        null => "–",
        "," => t["comma"],
        ";" => t["semicolon"],
        "tab" => t["tab"],
        var other => other,
    };

    internal static string Order(this Texts t, DateOrder? order) => order switch
    {
        DateOrder.DayFirst => t["day first (31/12/2026)"],
        DateOrder.MonthFirst => t["month first (12/31/2026)"],
        DateOrder.YearFirst => t["year first (2026/12/31)"],
        _ => "–",
    };
}
