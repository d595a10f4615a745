using System.Collections.Concurrent;
using NodaTime;

namespace OnCall.Bench.Engine;

/// <summary>When steps were due, and when each was written.</summary>
internal sealed class StepTimes
{
    private ConcurrentDictionary<Guid, Instant> _due = new();
    private ConcurrentBag<(Instant Due, Instant At)> _written = [];
    private int _count;

    public void Start(IReadOnlyDictionary<Guid, Instant> due)
    {
        (_written, _count) = ([], due.Count);
        _due = new ConcurrentDictionary<Guid, Instant>(due);
    }

    /// <summary>Called when the step of a page is committed.</summary>
    public void Written(Guid page, Instant at)
    {
        if (_due.TryRemove(page, out var due))
        {
            _written.Add((due, at));
        }
    }

    /// <summary>Waits until every step is written, so long after the last was due at most: what is not written then counts as written at that instant.</summary>
    public async Task<StepOutcome> EndAsync(IClock clock, Duration most)
    {
        var until = _due.Values.Append(clock.GetCurrentInstant()).Max() + most;
        while (_written.Count < _count && clock.GetCurrentInstant() < until)
        {
            await Task.Delay(50);
        }

        var now = clock.GetCurrentInstant();
        var written = _written.ToList();
        var all = written.Concat(_due.Select(d => (Due: d.Value, At: now))).ToList();
        return new StepOutcome(_count, written.Count, [.. all.Select(s => (s.At - s.Due).TotalMilliseconds)], (all.Max(s => s.At) - all.Min(s => s.Due)).TotalSeconds);
    }
}
