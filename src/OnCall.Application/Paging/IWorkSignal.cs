using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Wakes whoever waits for work in this process, at once. Other nodes find it at the end of the trails, within 250 ms.</summary>
public interface IWorkSignal
{
    /// <summary>A page was written: notifications may be due, due times may have moved. Screens are shown its new lines.</summary>
    void PageChanged(PageId page) => PagesChanged([page]);

    /// <summary>The same for pages that were written together: whoever waits is woken once.</summary>
    void PagesChanged(IReadOnlyCollection<PageId> pages);
}
