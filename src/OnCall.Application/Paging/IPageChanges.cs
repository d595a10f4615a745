using System.Threading.Channels;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Which pages change, on whichever node, as they do.</summary>
public interface IPageChanges
{
    /// <summary>Follows which pages change. A watcher that falls 1,000 changes behind loses the oldest and should read everything anew.</summary>
    ChannelReader<PageId> Watch();

    /// <summary>
    /// A line of the trails, by its number, up to which this node has shown its watchers every change; 0 before the first look. On every node
    /// the lines have the same numbers.
    /// </summary>
    long Position { get; }

    void Unwatch(ChannelReader<PageId> watcher);
}
