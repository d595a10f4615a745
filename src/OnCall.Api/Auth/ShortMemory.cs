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
    private long _generation;

    public void Empty()
    {
        Interlocked.Increment(ref _generation);
        _found.Clear();
    }

    /// <summary>Forgets one, which its owner has just changed.</summary>
    public void Forget(string name) => _found.TryRemove(name, out _);

    /// <param name="name">What it is remembered by.</param>
    /// <param name="state">What is looked for.</param>
    /// <param name="read">Looks for it; null when there is none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T?> FindAsync<TState>(string name, TState state, Func<TState, CancellationToken, Task<T?>> read, CancellationToken cancellationToken)
    {
        if (_found.TryGetValue(name, out var remembered) && time.GetElapsedTime(remembered.Since) <= Life)
        {
            return remembered.Value;
        }

        // Read before the question, so that a change during the read is not overwritten by its old answer.
        var generation = Interlocked.Read(ref _generation);
        var since = time.GetTimestamp();
        T? value;
        try
        {
            var reading = read(state, cancellationToken);
            value = await (IsStillGood(remembered) ? reading.WaitAsync(Patience, time, cancellationToken) : reading);
        }
        catch (Exception) when (IsStillGood(remembered) && !cancellationToken.IsCancellationRequested)
        {
            return remembered.Value;
        }

        if (value is null)
        {
            _found.TryRemove(name, out _);
        }
        else if (generation == Interlocked.Read(ref _generation))
        {
            _found[name] = new Remembered(value, since);
        }

        return value;
    }

    private bool IsStillGood([NotNullWhen(true)] Remembered? remembered) => remembered is not null && time.GetElapsedTime(remembered.Since) < Outage;

    private sealed record Remembered(T Value, long Since);
}
