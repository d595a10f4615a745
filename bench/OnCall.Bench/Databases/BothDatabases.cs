using System.Diagnostics;
using NodaTime;
using OnCall.Bench.Engine;
using OnCall.Bench.Rosters;
using OnCall.Scheduler;
using OnCall.Testing.Databases;

namespace OnCall.Bench.Databases;

/// <summary>
/// The same work on SQLite and, where <c>ONCALL_TEST_SQLSERVER</c> names a server, on a database of its own there, in turns, with one table of both.
/// Both engines run in this process; the server has what it leaves of the machine.
/// </summary>
internal static class BothDatabases
{
    private const int Rounds = 3;
    private const int Due = 10_000;

    public static async Task RunAsync(IReadOnlyCollection<string> only)
    {
        await using var server = Environment.GetEnvironmentVariable("ONCALL_TEST_SQLSERVER") is { Length: > 0 } ? await TestDatabase.SqlServerAsync() : null;
        Console.WriteLine(server is null ? "ONCALL_TEST_SQLSERVER is not set: SQLite alone." : "on SQLite and on the server of ONCALL_TEST_SQLSERVER, in turns");
        var figures = new Figures();
        await using (var embedded = await Place.OpenAsync(null))
        await using (var served = server is null ? null : await Place.OpenAsync(server.ConnectionString))
        {
            Place[] places = served is null ? [embedded] : [embedded, served];
            Console.WriteLine($"fsync in the data folder: {Machine.Fsync(embedded.House.Folder)}");
            var ticks = Machine.Ticks();
            foreach (var (name, measure) in (IEnumerable<(string, Func<Place, int, Figures, Task>)>)[("resolve", ResolveAsync), ("accept", AcceptAsync), ("due", DueAsync), ("publish", PublishAsync)])
            {
                // The first round is for the compiler and for plans.
                for (var round = 0; round <= Rounds && (only.Count == 0 || only.Contains(name)); round++)
                {
                    foreach (var place in places)
                    {
                        await measure(place, round, round == 0 ? new Figures() : figures);
                    }

                    Console.WriteLine($"{name}, round {round}: load {Machine.Load()}; a fixed loop: {Machine.Loop()}");
                }
            }

            Console.WriteLine($"{Machine.StolenSince(ticks)}; fsync in the data folder: {Machine.Fsync(embedded.House.Folder)}");
        }

        figures.Print();
    }

    private static async Task ResolveAsync(Place place, int round, Figures figures)
    {
        figures.Add("resolve by the snapshot, µs", place.IsServer, await ResolveBySize.MeasureAsync(place.House, 100_000, ResolveBySize.AskSnapshotAsync));
        figures.Add("resolve from the database, µs", place.IsServer, await ResolveBySize.MeasureAsync(place.House, 2_000, ResolveBySize.AskDatabaseAsync));
    }

    private static async Task AcceptAsync(Place place, int round, Figures figures)
    {
        var from = 10_000 * (round + 1);
        var steady = await Handed.TimesAsync(place.House, place.Hospital, 500, from, TimeSpan.FromMilliseconds(20));
        figures.Add("accepted → first request, 50 pages a second, p50 ms", place.IsServer, Machine.Percentile(steady, 50));
        figures.Add("the same, p99 ms", place.IsServer, Machine.Percentile(steady, 99));
        var (accepted, arrived, last) = await Handed.BurstAsync(place.House, place.Hospital, 2_000, from + 1_000);
        figures.Add("2,000 pages by 64 senders: accepted, s", place.IsServer, accepted);
        figures.Add("the same: all at the provider, s", place.IsServer, arrived == 2_000 ? last : double.PositiveInfinity);
        place.Forget();
    }

    private static async Task DueAsync(Place place, int round, Figures figures)
    {
        var clock = place.House.Get<IClock>();
        place.Times.Start(await place.Hospital.MakeDueAsync(round == 0 ? 2_000 : Due, clock.GetCurrentInstant() + Duration.FromSeconds(3), Duration.FromSeconds(1)));
        place.House.Get<WorkSignal>().Wake();
        var outcome = await place.Times.EndAsync(clock, Duration.FromSeconds(place.IsServer ? 900 : 180));
        figures.Add("10,000 due in one second: the last written, s", place.IsServer, outcome.Written == outcome.Count ? outcome.Last : double.PositiveInfinity);
        figures.Add("the same: late, p50 ms", place.IsServer, Machine.Percentile(outcome.Late, 50));
        await place.QuietAsync();
        place.Forget();
    }

    private static async Task PublishAsync(Place place, int round, Figures figures)
    {
        var csv = UploadSpeed.File(round);
        var began = Stopwatch.GetTimestamp();
        await UploadSpeed.PublishAsync(place.House, csv, round);
        figures.Add("54,000 rows published, s", place.IsServer, Stopwatch.GetElapsedTime(began).TotalSeconds);

        // What no publication can be quicker than there: the rows and their indexes, by the client's own means.
        figures.Add("the same: its rows put in and taken back, s", place.IsServer, (await place.Hospital.PutShiftsInAsync()).TotalSeconds);
    }
}
