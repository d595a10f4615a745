using System.Globalization;

namespace OnCall.Bench.Databases;

/// <summary>What was measured on both databases, a figure each run.</summary>
internal sealed class Figures
{
    // What is slower than this wants a reason in docs/sql-server.md.
    private const double Most = 3;

    private readonly List<string> _order = [];
    private readonly Dictionary<string, (List<double> Embedded, List<double> Server)> _runs = [];

    public void Add(string what, bool onServer, double figure)
    {
        if (!_runs.TryGetValue(what, out var runs))
        {
            _order.Add(what);
            _runs[what] = runs = ([], []);
        }

        (onServer ? runs.Server : runs.Embedded).Add(figure);
    }

    /// <summary>One table: the middle of the runs, the least and the most of them, and how many times as long the server takes.</summary>
    public void Print()
    {
        Console.WriteLine("| what | SQLite | SQL Server | times |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var what in _order)
        {
            var (embedded, server) = _runs[what];
            var times = server.Count == 0 ? double.NaN : Machine.Percentile(server, 50) / Machine.Percentile(embedded, 50);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {Of(embedded)} | {Of(server)} | {times:0.0}{(times > Most ? " (over 3)" : "")} |"));
        }
    }

    private static string Of(List<double> runs) => runs.Count == 0
        ? "not measured"
        : string.Create(CultureInfo.InvariantCulture, $"{Machine.Percentile(runs, 50):0.00} ({runs.Min():0.00} – {runs.Max():0.00})");
}
