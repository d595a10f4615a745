namespace OnCall.Application.Paging;

/// <summary>Wakes whoever waits for work in this process, at once. Other nodes find it by their sweep.</summary>
public interface IWorkSignal
{
    /// <summary>A page was written: notifications may be due, due times may have moved, screens may want to know.</summary>
    void PageChanged(Domain.Paging.PageId page);
}
