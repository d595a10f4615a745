using System.Globalization;
using OnCall.Simulation.Tests.Faults;

namespace OnCall.Simulation.Tests.Runs;

/// <summary>What came of many seeds, in numbers.</summary>
internal sealed class Tally
{
    private const int MostKept = 50;

    public long Seeds { get; set; }

    public long Pages { get; set; }

    public long Events { get; set; }

    public long Calls { get; set; }

    public long Crashes { get; set; }

    public long DatabaseErrors { get; set; }

    /// <summary>Provider calls that say that they repeat, because somebody is asked again or an answer was lost.</summary>
    public long Repeats { get; set; }

    /// <summary>Calls for a notification that had gone out before.</summary>
    public long SentAgain { get; set; }

    /// <summary>By rule: in how many seeds, and the first of them.</summary>
    public SortedDictionary<string, Broken> Violations { get; set; } = new(StringComparer.Ordinal);

    public bool IsClean => Violations.Count == 0;

    public void Add(Verdict verdict)
    {
        var sight = verdict.Sight;
        Seeds++;
        Pages += sight.Stored.Count;
        Events += sight.Events.Count;
        Calls += sight.Calls.Count;
        Crashes += sight.Faults.Count(f => f.Kind == FaultKind.Crashed);
        DatabaseErrors += sight.Faults.Count(f => f.Kind is FaultKind.StatementFailed or FaultKind.AnswerLost);
        Repeats += sight.Calls.Count(c => c.Text.Purpose == OnCall.Domain.Notifications.NotificationPurpose.Repeat);
        SentAgain += sight.Calls.Count - sight.Calls.Select(c => c.Id).Distinct().Count();
        foreach (var rule in verdict.Violations.GroupBy(v => v.Rule))
        {
            Add(rule.Key, new Broken { Seeds = 1, First = [$"{verdict.Seed}: {rule.First().What}"] });
        }
    }

    public void Add(Tally other)
    {
        Seeds += other.Seeds;
        Pages += other.Pages;
        Events += other.Events;
        Calls += other.Calls;
        Crashes += other.Crashes;
        DatabaseErrors += other.DatabaseErrors;
        Repeats += other.Repeats;
        SentAgain += other.SentAgain;
        foreach (var (rule, broken) in other.Violations)
        {
            Add(rule, broken);
        }
    }

    /// <summary>For a terminal.</summary>
    public string Report(TimeSpan took)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{Seeds} seeds, {Pages} pages, {Events} events, {Calls} provider calls, {Crashes} crashes, {DatabaseErrors} database errors, {SentAgain} sent again, {Repeats} repeats"),
            string.Create(CultureInfo.InvariantCulture, $"{Violations.Values.Sum(v => v.Seeds)} violations, {took.TotalSeconds:F1} s"),
        };
        lines.AddRange(Violations.OrderByDescending(v => v.Value.Seeds).SelectMany(v => v.Value.First.Prepend($"{v.Value.Seeds,8} {v.Key}")));
        return string.Join(Environment.NewLine, lines);
    }

    private void Add(string rule, Broken broken)
    {
        var known = Violations.GetValueOrDefault(rule) ?? new Broken();
        Violations[rule] = new Broken { Seeds = known.Seeds + broken.Seeds, First = [.. known.First.Concat(broken.First).Take(MostKept)] };
    }
}
