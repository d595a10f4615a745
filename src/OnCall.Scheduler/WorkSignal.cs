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
    private readonly List<Wakeup> _waiters = [];
    private readonly List<Channel<PageId>> _watchers = [];

    public void PageChanged(PageId page)
    {
        lock (_gate)
        {
            _waiters.ForEach(w => w.Ring());
            _watchers.ForEach(w => w.Writer.TryWrite(page));
        }
    }

    /// <summary>Wakes without a page having changed: a due time has come.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _waiters.ForEach(w => w.Ring());
        }
    }

    /// <summary>A place to wait for work. Give it back with <see cref="Leave"/>.</summary>
    public Wakeup Join()
    {
        var waiter = new Wakeup();
        lock (_gate)
        {
            _waiters.Add(waiter);
        }

        return waiter;
    }

    public void Leave(Wakeup waiter)
    {
        lock (_gate)
        {
            _waiters.Remove(waiter);
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
