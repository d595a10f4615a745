using System.Collections.Concurrent;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;

namespace OnCall.Api.Streams;

/// <summary>Counts the live streams that each person has open on this node.</summary>
internal sealed class OpenInboxes : IOpenInboxes
{
    private readonly ConcurrentDictionary<PersonId, int> _open = new();

    public bool IsOpen(PersonId person) => _open.TryGetValue(person, out var count) && count > 0;

    /// <summary>Holds the inbox open until it is disposed.</summary>
    public IDisposable Open(PersonId person)
    {
        _open.AddOrUpdate(person, 1, (_, count) => count + 1);
        return new Lease(this, person);
    }

    private void Close(PersonId person)
    {
        if (_open.AddOrUpdate(person, 0, (_, count) => count - 1) <= 0)
        {
            _open.TryRemove(new KeyValuePair<PersonId, int>(person, 0));
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
