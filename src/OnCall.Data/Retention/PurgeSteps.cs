using OnCall.Domain.Retention;

namespace OnCall.Data.Retention;

/// <summary>
/// What goes with a thing of each kind, in an order that leaves no row that refers to one that is gone. Of a page everything goes but
/// <see cref="KeptOfPages"/>.
/// </summary>
internal static class PurgeSteps
{
    /// <summary>The tables that name a page and are kept when it goes, and why.</summary>
    internal static readonly IReadOnlyDictionary<string, string> KeptOfPages = new Dictionary<string, string>
    {
        ["purged_page"] = "It is what is left of the page.",
        ["legal_hold"] = "A hold that was lifted stays on record; while it stands the page stays.",
    };

    internal static readonly string[] OfPages =
    [
        "KeepStubs", "PurgeEvents", "PurgeNotifications", "PurgeResponders", "PurgeAnsweredMessages", "PurgeKeys", "PurgeBrokenGlass", "PurgeLinkUses", "PurgeReferences",
        "PurgeEscalations", "PurgePages",
    ];

    /// <summary>What may have been written to a page while it went.</summary>
    internal static readonly string[] OfLeftovers = ["PurgeEvents", "PurgeNotifications", "PurgeResponders"];

    /// <summary>Those that a server does in parts of <see cref="InParts.Most"/> rows, since one page may have many.</summary>
    internal static readonly string[] OfMany = ["PurgeEvents", "PurgeNotifications"];

    internal static string[] Of(KeptKind kind) => kind switch
    {
        KeptKind.Deliveries => ["PurgeNotifications"],
        KeptKind.Page => OfPages,
        KeptKind.Shift => ["PurgeShifts"],
        KeptKind.Cover => ["PurgeCovers"],
        KeptKind.Swap => ["PurgeSwaps"],
        KeptKind.Upload => ["PurgeRanges", "PurgeUploads"],
        KeptKind.Session => ["PurgeSessions"],
        KeptKind.Notice => ["PurgeNoticeLinks", "PurgeNoticeDeliveries", "PurgeNotices"],
    };
}
