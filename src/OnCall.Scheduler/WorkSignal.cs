using System.Threading.Channels;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Scheduler;

/// <summary>
/// Wakes the sender, the alarm clock and open screens of this process the moment a page is written. Signals that nobody has
/// taken yet fold into one, so that a writer never waits.
/// </summary>
public sealed class WorkSignal : IWorkSignal, IPageChanges
{
    private readonly Lock _gate = new();
    private readonly List<Channel<bool>> _waiters = [];
    private readonly List<Channel<PageId>> _watchers = [];

    public void PageChanged(PageId page)
    {
        lock (_gate)
        {
            _waiters.ForEach(w => w.Writer.TryWrite(true));
            _watchers.ForEach(w => w.Writer.TryWrite(page));
        }
    }

    /// <summary>Wakes without a page having changed: a due time has come.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _waiters.ForEach(w => w.Writer.TryWrite(true));
        }
    }

    /// <summary>A place to wait for work. Give it back with <see cref="Leave"/>.</summary>
    public ChannelReader<bool> Join()
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (_gate)
        {
            _waiters.Add(channel);
        }

        return channel.Reader;
    }

    public void Leave(ChannelReader<bool> waiter)
    {
        lock (_gate)
        {
            _waiters.RemoveAll(w => w.Reader == waiter);
        }
    }

    public ChannelReader<PageId> Watch()
    {
        var channel = Channel.CreateBounded<PageId>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            _watchers.Add(channel);
        }

        return channel.Reader;
    }

    public void Unwatch(ChannelReader<PageId> watcher)
    {
        lock (_gate)
        {
            _watchers.RemoveAll(w => w.Reader == watcher);
        }
    }
}
