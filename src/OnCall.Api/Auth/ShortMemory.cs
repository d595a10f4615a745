using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace OnCall.Api.Auth;

/// <summary>
/// Remembers what was found for 2 s, so that a busy client does not cost a database read each time.
/// Changes made on this node count at once, those of another within the 2 s. What is not found is not remembered: wrong keys would fill it.
/// </summary>
internal sealed class ShortMemory<T>(TimeProvider time)
    where T : class
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(2);

    // What is remembered is not kept from whoever waits until the database has been tried to the end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // While the database is away a board that has been read lately still tells so, instead of asking for a key that nobody can check.
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, Remembered> _found = new(StringComparer.Ordinal);

    // One for a name at a time, however many wait for it: a slow database is not asked more often than a quick one.
    private readonly ConcurrentDictionary<string, Lazy<Task<T?>>> _reads = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();

    public void Empty()
    {
        lock (_changing)
        {
            _reads.Clear();
            _found.Clear();
        }
    }

    /// <summary>Forgets one, which its owner has just changed.</summary>
    public void Forget(string name)
    {
        lock (_changing)
        {
            _reads.TryRemove(name, out _);
            _found.TryRemove(name, out _);
        }
    }

    /// <param name="name">What it is remembered by.</param>
    /// <param name="state">What is looked for.</param>
    /// <param name="read">Looks for it; null when there is none. It is given up by nobody, since others may wait for it too.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<T?> FindAsync<TState>(string name, TState state, Func<TState, CancellationToken, Task<T?>> read, CancellationToken cancellationToken)
    {
        if (_found.TryGetValue(name, out var remembered) && time.GetElapsedTime(remembered.Since) <= Life)
        {
            return remembered.Value;
        }

        try
        {
            var reading = Reading(name, state, read);
            return await (IsStillGood(remembered) ? reading.WaitAsync(Patience, time, cancellationToken) : reading.WaitAsync(cancellationToken));
        }
        catch (Exception) when (IsStillGood(remembered) && !cancellationToken.IsCancellationRequested)
        {
            return remembered.Value;
        }
    }

    private Task<T?> Reading<TState>(string name, TState state, Func<TState, CancellationToken, Task<T?>> read)
    {
        Lazy<Task<T?>>? own = null;
        own = new(() => ReadAsync(name, own!, state, read));
        return _reads.GetOrAdd(name, own).Value;
    }

    // Goes on when all who waited have gone: what it finds is for whoever asks next.
    private async Task<T?> ReadAsync<TState>(string name, Lazy<Task<T?>> own, TState state, Func<TState, CancellationToken, Task<T?>> read)
    {
        var since = time.GetTimestamp();
        try
        {
            var value = await read(state, CancellationToken.None);
            Keep(name, own, value, since);
            return value;
        }
        finally
        {
            _reads.TryRemove(KeyValuePair.Create(name, own));
        }
    }

    private void Keep(string name, Lazy<Task<T?>> own, T? value, long since)
    {
        lock (_changing)
        {
            // A change during the read has let go of it: what it found may be from before.
            if (!_reads.TryGetValue(name, out var current) || current != own)
            {
                return;
            }

            if (value is null)
            {
                _found.TryRemove(name, out _);
            }
            else
            {
                _found[name] = new Remembered(value, since);
            }
        }
    }

    private bool IsStillGood([NotNullWhen(true)] Remembered? remembered) => remembered is not null && time.GetElapsedTime(remembered.Since) < Outage;

    private sealed record Remembered(T Value, long Since);
}
