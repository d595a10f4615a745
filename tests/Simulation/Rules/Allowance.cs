using NodaTime;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>
/// By when something must have happened, given what really went wrong in that run. A deadline counts from the first stretch of time, as long as
/// the deadline itself, in which nothing went wrong; a run without faults allows nothing.
/// <list type="bullet">
/// <item>A failed statement, a lost answer, a crash or the start of a pause leaves claims behind, for a lease of 10 s and the beat of 1 s that finds them.</item>
/// <item>While no node runs, or the database is away, nothing can happen.</item>
/// <item>A slow connection is waited for.</item>
/// <item>A node's time is off by as much as it was measured to be (<see cref="Sight.ClockError"/>), and times are kept in milliseconds.</item>
/// </list>
/// </summary>
internal sealed class Allowance
{
    private static readonly Duration Lease = Duration.FromSeconds(10);
    private static readonly Duration Beat = Duration.FromSeconds(1);
    private static readonly Duration Rounding = Duration.FromMilliseconds(2);

    private readonly Sight _sight;
    private readonly List<(Instant From, Instant Until)> _disturbed;

    public Allowance(Sight sight)
    {
        _sight = sight;
        _disturbed = Merged(sight.Faults.Select(Shadow).Concat(Unattended(sight)));
        Clock = sight.ClockError + Rounding;
    }

    /// <summary>How far what a node writes may be from true time.</summary>
    public Duration Clock { get; }

    /// <summary>The latest true time at which something that became due at <paramref name="from"/> may happen.</summary>
    public Instant By(Instant from, Duration within)
    {
        var need = within + Clock;
        foreach (var (start, end) in _disturbed)
        {
            if (end <= from)
            {
                continue;
            }

            if (start >= from + need)
            {
                break;
            }

            from = Instant.Max(from, end);
        }

        return from + need;
    }

    /// <summary>True where nothing has gone wrong around then.</summary>
    public bool IsCalm(Instant from, Instant until) => !_disturbed.Exists(d => d.From < until && from < d.Until);

    /// <summary>How much of that time was disturbed.</summary>
    public Duration Disturbed(Instant from, Instant until) =>
        _disturbed.Aggregate(Duration.Zero, (sum, d) => sum + Overlap(d.From, d.Until, from, until));

    /// <summary>How long that node stood still in that time.</summary>
    public Duration HeldUp(string node, Instant from, Instant until) =>
        _sight.Faults.Where(f => f.Kind == FaultKind.Paused && f.Node == node).Aggregate(Duration.Zero, (sum, f) => sum + Overlap(f.From, f.Until, from, until));

    /// <summary>True where something hit that node, or everybody, in that time.</summary>
    public bool WasHit(string node, Instant from, Instant until) =>
        _sight.Faults.Exists(f => (f.Node == node || f.Node.Length == 0) && f.From <= until && from <= f.Until);

    private static (Instant From, Instant Until) Shadow(Fault fault) => fault.Kind switch
    {
        FaultKind.StatementFailed or FaultKind.AnswerLost or FaultKind.Crashed or FaultKind.Paused => (fault.From, fault.From + Lease + Beat),
        FaultKind.DatabaseDown => (fault.From, Instant.Max(fault.Until, fault.From + Lease) + Beat),
        FaultKind.DatabaseSlow => (fault.From, fault.Until),
        FaultKind.Stopped => (fault.From, fault.From + Beat),
    };

    // From the last node's going to the next one's coming.
    private static IEnumerable<(Instant From, Instant Until)> Unattended(Sight sight)
    {
        var changes = sight.Ups.Select(u => (u.At, By: 1))
            .Concat(sight.Faults.Where(f => f.Kind is FaultKind.Crashed or FaultKind.Stopped or FaultKind.Paused && sight.Ups.Exists(u => u.Node == f.Node)).Select(f => (At: f.From, By: -1)))
            .Concat(sight.Faults.Where(f => f.Kind == FaultKind.Paused && !sight.Faults.Exists(c => c.Kind is FaultKind.Crashed or FaultKind.Stopped && c.Node == f.Node && c.From < f.Until)).Select(f => (At: f.Until, By: 1)))
            .OrderBy(c => c.At).ThenByDescending(c => c.By);
        var (up, since) = (0, (Instant?)sight.Start);
        foreach (var (at, by) in changes)
        {
            up += by;
            if (up > 0 && since is { } from)
            {
                yield return (from, at);
                since = null;
            }
            else if (up <= 0)
            {
                since ??= at;
            }
        }

        if (since is { } last)
        {
            yield return (last, sight.End);
        }
    }

    private static List<(Instant From, Instant Until)> Merged(IEnumerable<(Instant From, Instant Until)> stretches)
    {
        var merged = new List<(Instant From, Instant Until)>();
        foreach (var (from, until) in stretches.OrderBy(s => s.From))
        {
            if (merged.Count > 0 && from <= merged[^1].Until)
            {
                merged[^1] = (merged[^1].From, Instant.Max(merged[^1].Until, until));
            }
            else
            {
                merged.Add((from, until));
            }
        }

        return merged;
    }

    private static Duration Overlap(Instant from, Instant until, Instant since, Instant to)
    {
        var overlap = Instant.Min(until, to) - Instant.Max(from, since);
        return overlap > Duration.Zero ? overlap : Duration.Zero;
    }
}
