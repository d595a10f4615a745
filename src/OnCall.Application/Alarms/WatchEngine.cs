using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>
/// One look at the installation: writes this node's heartbeat, asks every source, raises and clears. Nothing of it needs the engine,
/// whose standstill it is to find. While the database is away it goes on from memory.
/// </summary>
public sealed partial class WatchEngine(
    IAlarmStore store, INodeBeats beats, IEnumerable<IAlarmSource> sources, OwnBeat own, StandingAlarms shown, IIdSource ids, IClock clock,
    TimeProvider time, ILogger<WatchEngine> logger)
{
    // Shorter than the pause between two looks.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly Duration Forget = Duration.FromHours(1);
    private static readonly Duration BeatsKept = Duration.FromDays(1);
    private static readonly Duration ClearedKept = Duration.FromDays(90);

    private readonly AlarmWriter _writer = new(store, ids);
    private readonly List<IAlarmSource> _sources = [.. sources];
    private Task<IReadOnlyList<Alarm>>? _look;
    private Instant? _awaySince;
    private bool _told;
    private Instant _forgot = clock.GetCurrentInstant();

    /// <summary>Looks once. Never throws for what the database does.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        // A look that hangs goes on being waited for: a second one beside it would hang as well.
        _look = _look is null or { IsCompleted: true } ? Task.Run(() => LookAsync(stopping), stopping) : _look;
        try
        {
            var standing = await _look.WaitAsync(Patience, time, stopping);
            shown.Show(standing, clock.GetCurrentInstant());
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            ShowFromMemory(error);
        }
    }

    /// <summary>A planned stop is no reason for an alarm.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => beats.RemoveAsync(own.Node, cancellationToken);

    private async Task<IReadOnlyList<Alarm>> LookAsync(CancellationToken stopping)
    {
        var now = clock.GetCurrentInstant();
        await beats.WriteAsync(own.At(now), stopping);
        var standing = await store.StandingAsync(stopping);
        if (_told && _awaySince is { } away)
        {
            // For the record, and for the other nodes.
            await _writer.RaiseAsync([DatabaseRules.Unreachable(away)], now, stopping);
            standing = await store.StandingAsync(stopping);
            LogBack(away);
        }

        (_awaySince, _told) = (null, false);
        var (observed, lookedAt) = await AskAsync(standing, now, stopping);
        var changes = AlarmRules.Compare(standing, observed, lookedAt, now);
        await _writer.WriteAsync(changes, now, stopping);
        await ForgetAsync(now, stopping);
        return changes is { Raised.Count: 0, Seen.Count: 0, Cleared.Count: 0 } ? standing : await store.StandingAsync(stopping);
    }

    private async Task<(List<ObservedAlarm> Observed, HashSet<AlarmKind> LookedAt)> AskAsync(
        IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken stopping)
    {
        var observed = new List<ObservedAlarm>();
        HashSet<AlarmKind> lookedAt = [AlarmKind.DatabaseUnreachable];
        foreach (var source in _sources)
        {
            try
            {
                observed.AddRange(await source.ObserveAsync(standing, now, stopping));
                lookedAt.UnionWith(source.Kinds);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // One that fails must not blind the others.
                LogSourceFailed(source.GetType().Name, error);
            }
        }

        return (observed, lookedAt);
    }

    private async Task ForgetAsync(Instant now, CancellationToken stopping)
    {
        if (now - _forgot >= Forget)
        {
            await store.PurgeAsync(now - ClearedKept, stopping);
            await beats.PurgeAsync(now - BeatsKept, stopping);
            _forgot = now;
        }
    }

    private void ShowFromMemory(Exception error)
    {
        var now = clock.GetCurrentInstant();
        if (_awaySince is null)
        {
            // Once may be a hiccup. The next look tells.
            LogAway(error);
            _awaySince = now;
            return;
        }

        _told = true;
        var local = MachineRules.Observe([own.At(now)], shown.Items ?? [], now).Append(DatabaseRules.Unreachable(_awaySince.Value));
        var standing = (shown.Items ?? []).ToDictionary(a => a.Key);
        foreach (var observed in local)
        {
            standing.TryAdd(observed.Key, AlarmWriter.New(observed, ids, now));
        }

        shown.Show(standing.Values, now);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The watch over the engine could not read or write the database")]
    private partial void LogAway(Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The watch over the engine reads and writes the database again; it could not since {Since}")]
    private partial void LogBack(Instant since);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Source} could not look; its alarms stay as they are")]
    private partial void LogSourceFailed(string source, Exception error);
}
