using System.Collections.Concurrent;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Domain.Access;

namespace OnCall.Api.Auth;

/// <summary>
/// Remembers keys in force for 2 s, so that a busy client does not cost a database read each time.
/// Changes made on this node count at once, those of another within the 2 s. Wrong keys are not remembered: they would fill it.
/// </summary>
internal sealed class KeyCache(IKeyReads keys, IClock clock, TimeProvider time) : IKeyCache
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(2);

    // While the database is away a board that has been read lately still tells so, instead of asking for a key that nobody can check.
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, Remembered> _holders = new(StringComparer.Ordinal);
    private long _generation;

    public Task<KeyHolder?> BySecretAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = ApiKeySecret.Hash(secret);
        return FindAsync(hash, static (keys, hash, _, token) => keys.FindByHashAsync(hash, token), default, cancellationToken);
    }

    public Task<KeyHolder?> ByIdAsync(ApiKeyId key, CancellationToken cancellationToken) =>
        FindAsync(key.ToString(), static (keys, _, id, token) => keys.FindAsync(id, token), key, cancellationToken);

    public void Empty()
    {
        Interlocked.Increment(ref _generation);
        _holders.Clear();
    }

    private async Task<KeyHolder?> FindAsync(
        string slot, Func<IKeyReads, string, ApiKeyId, CancellationToken, Task<KeyHolder?>> read, ApiKeyId key, CancellationToken cancellationToken)
    {
        if (!_holders.TryGetValue(slot, out var remembered) || time.GetElapsedTime(remembered.Since) > Life)
        {
            // Read before the question, so that a change during the read is not overwritten by its old answer.
            var generation = Interlocked.Read(ref _generation);
            var since = time.GetTimestamp();
            KeyHolder? holder;
            try
            {
                holder = await read(keys, slot, key, cancellationToken);
            }
            catch (Exception) when (remembered is not null && time.GetElapsedTime(remembered.Since) < Outage && !cancellationToken.IsCancellationRequested)
            {
                return InForce(remembered.Holder);
            }

            if (holder is null)
            {
                _holders.TryRemove(slot, out _);
                return null;
            }

            remembered = new Remembered(holder, since);
            if (generation == Interlocked.Read(ref _generation))
            {
                _holders[slot] = remembered;
            }
        }

        return InForce(remembered.Holder);
    }

    private KeyHolder? InForce(KeyHolder holder) => holder.ExpiresAt is { } end && end <= clock.GetCurrentInstant() ? null : holder;

    private sealed record Remembered(KeyHolder Holder, long Since);
}
