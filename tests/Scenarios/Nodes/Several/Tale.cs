using System.Globalization;
using NodaTime;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>A story in a few lines: when, counted from its beginning, which node, and what.</summary>
internal sealed class Tale(string name)
{
    private readonly Instant _began = Clock.Now();
    private readonly List<(Instant At, string Node, string What)> _lines = [];

    public void Note(string node, string what) => Note(Clock.Now(), node, what);

    public void Note(Instant at, string node, string what)
    {
        lock (_lines)
        {
            _lines.Add((at, node, what));
        }
    }

    /// <summary>The trail of one page beside what the providers got of it.</summary>
    public void Add(Trail trail, Trail.PageRow page)
    {
        foreach (var line in trail.Events[page.Page.Value].Where(e => e.Kind is "Sent" or "StepStarted" or "DeskReached" or "RanLate" or "Acknowledged"))
        {
            Note(line.At, "trail", $"#{page.Reference} {line.Kind} {line.Detail}");
        }

        foreach (var arrival in trail.Arrivals.Where(a => a.Page == page.Page.Value))
        {
            Note(arrival.At, arrival.Node, $"{arrival.Kind} to {arrival.To}: {(arrival.Text.Length > 0 ? arrival.Text : $"#{page.Reference}")}");
        }
    }

    public void Print(params string[] sums)
    {
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(name);
        foreach (var (at, node, what) in _lines.OrderBy(l => l.At))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(at - _began).TotalSeconds,8:F3} s  {node,-7} {(what.Length > 110 ? what[..110] : what)}"));
        }

        foreach (var sum in sums)
        {
            output.WriteLine("  " + sum);
        }
    }
}
