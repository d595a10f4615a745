using NodaTime;
using OnCall.Domain.Audit;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Writes down an answer from outside that was not taken: to the audit trail, and to the page that it was meant for.</summary>
public sealed class RefusedAnswers(IPageStore pages, IClock clock, IWorkSignal signal)
{
    /// <param name="page">The page it named; null when it named none.</param>
    /// <param name="words">For the page's trail.</param>
    /// <param name="reason">For the audit trail, in kebab case.</param>
    public async Task WriteAsync(ContactMethodKind channel, PageId? page, string words, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        IReadOnlyList<PageEvent> lines = page is { } known ? [new PageEvent(0, known, now, PageEventKind.Refused, null, null, channel, words)] : [];
        var subject = page is { } id ? $"page:{id}" : "page:none";
        var audit = new AuditEntry(now, KebabCase.Of(channel.ToString()), "page.answer-refused", subject, AuditDetail.Of(("reason", reason)));
        await pages.AppendAsync(lines, audit, cancellationToken);
        if (page is { } changed)
        {
            signal.PageChanged(changed);
        }
    }
}
