using System.Threading.Channels;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Scheduler;

/// <summary>
/// Wakes the sender and the alarm clock of this process the moment a page is written here, and with open screens when the tail shows one
/// that any node wrote. Signals that nobody has taken yet fold into one, so that a writer never waits.
/// </summary>
public sealed class WorkSignal : IWorkSignal, IPageChanges
{
    private readonly Lock _gate = new();
    private readonly List<Wakeup> _waiters = [];
    private readonly List<Channel<PageId>> _watchers = [];
    private readonly HashSet<PageId> _own = [];
    private long _position;

    /// <summary>Whether any screen is open that wants to know.</summary>
    internal bool IsWatched
    {
        get
        {
            lock (_gate)
            {
                return _watchers.Count > 0;
            }
        }
    }

    public void PageChanged(PageId page) => PagesChanged([page]);

    public void PagesChanged(IReadOnlyCollection<PageId> pages)
    {
        lock (_gate)
        {
            _own.UnionWith(pages);
            _waiters.ForEach(w => w.Ring());
        }
    }

    public long Position
    {
        get
        {
            lock (_gate)
            {
                return _position;
            }
        }
    }

    /// <summary>
    /// Shows the screens what is new. Work is rung for only where another node wrote: this one's has been rung for, and what both changed
    /// at one moment the heartbeat finds.
    /// </summary>
    /// <param name="changed">The pages.</param>
    /// <param name="position">The line up to which nothing more can come.</param>
    public void Show(IReadOnlyCollection<PageId> changed, long position)
    {
        lock (_gate)
        {
            if (changed.Any(page => !_own.Contains(page)))
            {
                _waiters.ForEach(w => w.Ring());
            }

            _own.Clear();
            foreach (var page in changed)
            {
                _watchers.ForEach(w => w.Writer.TryWrite(page));
            }

            _position = position;
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
