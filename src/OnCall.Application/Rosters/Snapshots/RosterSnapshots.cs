using NodaTime;

namespace OnCall.Application.Rosters.Snapshots;

/// <summary>
/// The snapshot of now. It is at most a second behind the database, and not at all on the node that wrote. For reading only:
/// what routes a page reads the database itself.
/// </summary>
public sealed class RosterSnapshots : IDisposable
{
    private static readonly TimeSpan CheckAfter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(1);
    private static readonly Duration Renew = Duration.FromHours(1);

    private readonly SnapshotReader _reader;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _changes;
    private int _checking;
    private volatile Held? _held;

    public RosterSnapshots(SnapshotReader reader, RosterSignal signal, IClock clock, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(signal);
        (_reader, _clock, _time) = (reader, clock, time);
        signal.OnChange(() => Interlocked.Increment(ref _changes));
    }

    public ValueTask<RosterSnapshot> CurrentAsync(CancellationToken cancellationToken)
    {
        var held = _held;
        if (held is null || held.Changes != Interlocked.Read(ref _changes))
        {
            return new(CheckAsync(cancellationToken));
        }

        var age = _time.GetElapsedTime(held.CheckedAt);
        if (age >= StaleAfter)
        {
            return new(CheckAsync(cancellationToken));
        }

        if (age >= CheckAfter && Interlocked.CompareExchange(ref _checking, 1, 0) == 0)
        {
            // Looked at early, beside the answer, so that under steady load nobody waits for it.
            _ = CheckQuietlyAsync();
        }

        return new(held.Snapshot);
    }

    public void Dispose() => _gate.Dispose();

    private async Task CheckQuietlyAsync()
    {
        try
        {
            await CheckAsync(CancellationToken.None);
        }
        catch (Exception)
        {
            // Whatever it was: the next caller waits for a check of its own, and is told.
        }
        finally
        {
            Volatile.Write(ref _checking, 0);
        }
    }

    private async Task<RosterSnapshot> CheckAsync(CancellationToken cancellationToken)
    {
        var asked = _time.GetTimestamp();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_held is { } held && held.CheckedAt >= asked && held.Changes == Interlocked.Read(ref _changes))
            {
                return held.Snapshot;
            }

            // Both before reading: what happens meanwhile is found by the next check.
            var (changes, at) = (Interlocked.Read(ref _changes), _time.GetTimestamp());
            var now = _clock.GetCurrentInstant();
            var stays = _held is { } old && old.ReadAt <= now && now - old.ReadAt < Renew && old.Snapshot.Stamp == await _reader.StampAsync(cancellationToken);
            _held = stays
                ? _held! with { CheckedAt = at, Changes = changes }
                : new Held(await _reader.ReadAsync(now, cancellationToken), now, at, changes);
            return _held.Snapshot;
        }
        finally
        {
            _gate.Release();
        }
    }

    private sealed record Held(RosterSnapshot Snapshot, Instant ReadAt, long CheckedAt, long Changes);
}
