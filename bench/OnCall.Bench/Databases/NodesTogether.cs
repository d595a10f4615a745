using System.Diagnostics;
using System.Globalization;
using OnCall.Testing.Databases;

namespace OnCall.Bench.Databases;

/// <summary>
/// How many pages a second one node accepts on the server, and how many two, in turns. <c>ONCALL_BENCH_STARTER</c> names a program that starts a node
/// (its number, then the command), as one that gives it a share of the processor: where all is one machine, the server else takes what a second node would.
/// </summary>
internal static class NodesTogether
{
    private const int Rounds = 3;
    private const int Senders = 16;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    public static async Task RunAsync()
    {
        await using var server = await TestDatabase.SqlServerAsync();
        var settings = new Dictionary<string, string> { ["OnCall__Database__Provider"] = "sqlserver", ["OnCall__Database__ConnectionString"] = server.ConnectionString };
        await using var first = await RunningApi.StartAsync(settings: settings, starter: Starter(1));
        await using var second = await RunningApi.StartAsync(first.Folder, settings, Starter(2));
        await AcceptedToProvider.PrepareAsync(first);
        await SendAsync([first, second], Round);
        var (one, two) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            one.Add(await SendAsync([first], Round));
            two.Add(await SendAsync([first, second], Round));
            Console.WriteLine($"load {Machine.Load()}; a fixed loop: {Machine.Loop()}");
        }

        var (a, b) = (Machine.Percentile(one, 50), Machine.Percentile(two, 50));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"pages accepted a second, {Senders} senders, {Round.TotalSeconds:0} s each, the middle of {Rounds}: one node {a:0.0} ({one.Min():0.0} – {one.Max():0.0}), two {b:0.0} ({two.Min():0.0} – {two.Max():0.0}): {b / a:0.00} times"));
    }

    private static string[] Starter(int number) => Environment.GetEnvironmentVariable("ONCALL_BENCH_STARTER") is { Length: > 0 } program
        ? [program, number.ToString(CultureInfo.InvariantCulture)]
        : [];

    private static async Task<double> SendAsync(IReadOnlyList<RunningApi> nodes, TimeSpan time)
    {
        var (accepted, began) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async sender =>
        {
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                using var answer = await nodes[sender % nodes.Count].PageAsync(HttpCompletionOption.ResponseContentRead);
                answer.EnsureSuccessStatusCode();
                Interlocked.Increment(ref accepted);
            }
        }));
        return accepted / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
