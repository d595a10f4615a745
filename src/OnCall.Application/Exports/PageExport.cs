using OnCall.Application.Audit;
using OnCall.Application.Paging;

namespace OnCall.Application.Exports;

/// <summary>Everything that is known of a page, for the review of a case.</summary>
/// <param name="Page">As a reader sees it, with its trail and thread.</param>
/// <param name="Attempts">What the outbox still has; empty where retention has removed it.</param>
/// <param name="Audit">The entries about the page, the oldest first, with their places in the chain and their hashes.</param>
public sealed record PageExport(string Format, ExportMark Exported, PageView Page, IReadOnlyList<AttemptLine> Attempts, IReadOnlyList<AuditEntryView> Audit)
{
    public const string Version = "oncall-page-export-1";
}
