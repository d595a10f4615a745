using OnCall.Domain.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <summary>How one attempt to ask a person stands, as a row; in order of due time.</summary>
internal sealed class AskedRow
{
    public PageId Page { get; set; }

    public PersonId Person { get; set; }

    public string Kind { get; set; } = "";

    public string Address { get; set; } = "";

    public bool Verified { get; set; }

    public string State { get; set; } = "";

    public int Attempt { get; set; }

    /// <summary>
    /// The latest word of each verified contact method decides. A failed attempt that is tried again in the background counts as failed;
    /// an inbox helps only once it has been found open: nobody may be waited for because it is still to be tried.
    /// </summary>
    public static bool AllFailed(IReadOnlyList<AskedRow> rows)
    {
        var latest = rows.Where(r => r.State != "Cancelled")
            .GroupBy(r => (r.Kind, r.Address))
            .Select(g => g.Last())
            .Where(r => r.Verified || r.IsInbox)
            .ToList();
        return latest.Exists(r => !r.IsInbox) && latest.TrueForAll(r => r.HasFailed);
    }

    private bool IsInbox => Kind == "InApp";

    private bool HasFailed => State switch
    {
        "Failed" or "Indeterminate" => true,
        "Pending" when !IsInbox => Attempt > 0,
        "Delivered" => false,
        _ => IsInbox,
    };
}
