using System.Collections.Concurrent;
using System.Threading.Channels;
using OnCall.Application.Notifications;
using OnCall.Domain.Alarms;
using OnCall.Domain.Directory;

namespace OnCall.Api.Streams;

/// <summary>Counts the live streams that each person has open on this node, and knows those of the others.</summary>
internal sealed class OpenInboxes(OpenElsewhere elsewhere) : IOpenInboxes
{
    private readonly ConcurrentDictionary<PersonId, int> _open = new();
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Rings when somebody opens their first stream here, or closes their last.</summary>
    public ChannelReader<bool> Changes => _changed.Reader;

    /// <summary>Everyone with a stream open here.</summary>
    public IReadOnlyCollection<PersonId> Here => [.. _open.Where(o => o.Value > 0).Select(o => o.Key)];

    public async ValueTask<IReadOnlySet<PersonId>> OpenAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        // Nobody sits before the inbox of the self-test, and it is always read.
        var others = await elsewhere.ReadAsync(cancellationToken);
        return people.Where(p => p == SelfTest.Person || IsOpenHere(p) || others.Contains(p)).ToHashSet();
    }

    /// <summary>Holds the inbox open until it is disposed.</summary>
    public IDisposable Open(PersonId person)
    {
        if (_open.AddOrUpdate(person, 1, (_, count) => count + 1) == 1)
        {
            _changed.Writer.TryWrite(true);
        }

        return new Lease(this, person);
    }

    private bool IsOpenHere(PersonId person) => _open.TryGetValue(person, out var count) && count > 0;

    private void Close(PersonId person)
    {
        if (_open.AddOrUpdate(person, 0, (_, count) => count - 1) <= 0)
        {
            _open.TryRemove(new KeyValuePair<PersonId, int>(person, 0));
            _changed.Writer.TryWrite(true);
        }
    }

    private sealed class Lease(OpenInboxes inboxes, PersonId person) : IDisposable
    {
        private int _closed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _closed, 1) == 0)
            {
                inboxes.Close(person);
            }
        }
    }
}
