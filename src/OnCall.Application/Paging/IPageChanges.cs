using System.Threading.Channels;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Which pages change, on whichever node, as they do.</summary>
public interface IPageChanges
{
    /// <summary>Follows which pages change. A watcher that falls 1,000 changes behind loses the oldest and should read everything anew.</summary>
    ChannelReader<PageId> Watch();

    void Unwatch(ChannelReader<PageId> watcher);
}
