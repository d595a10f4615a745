using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;
using OnCall.Scheduler;

namespace OnCall.Bench.Engine;

/// <summary>How late steps are written, with 100,000 escalations armed.</summary>
internal static class Lateness
{
    public static async Task RunAsync(int armed, string what)
    {
        var written = new WrittenAt();
        await using var house = await EngineHouse.OpenAsync(services => services.AddSingleton(provider => written.Over(provider.GetRequiredService<WorkSignal>(), provider.GetRequiredService<IClock>())));
        var hospital = new BigHospital(house);
        await hospital.BuildAsync();
        for (var i = 0; i < BigHospital.Roles; i++)
        {
            await hospital.SendAsync(i, "urgent");
        }

        var clock = house.Get<IClock>();
        await hospital.ArmAsync(armed, clock.GetCurrentInstant() + Duration.FromHours(2));
        if (what == "sweep")
        {
            await SweepAloneAsync(house, hospital, clock);
            return;
        }

        await house.StartAsync();
        await Task.Delay(2000);
        if (what is "all" or "steady")
        {
            await MeasureAsync(house, hospital, written, 500 * 20, Duration.FromSeconds(20), "500 a second for 20 s");
        }

        if (what is "all" or "second")
        {
            await MeasureAsync(house, hospital, written, 10_000, Duration.FromSeconds(1), "10,000 due in one second");
        }

        if (what is "all" or "once")
        {
            await MeasureAsync(house, hospital, written, 10_000, Duration.FromMilliseconds(1), "10,000 due at once");
        }

        Console.WriteLine($"memory of engine and bench together, 54,000 shifts and {armed} armed: {Machine.ResidentMiB(Process.GetCurrentProcess()):0.0} MiB resident");
    }

    // The sweep by itself, with nobody sending: where the time goes.
    private static async Task SweepAloneAsync(EngineHouse house, BigHospital hospital, IClock clock)
    {
        for (var round = 0; round < 12; round++)
        {
            await hospital.MakeDueAsync(3_000, clock.GetCurrentInstant() - Duration.FromSeconds(1), Duration.FromMilliseconds(1));
            var (began, busy) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            var moved = await house.Get<SweepEscalations>().RunAsync(CancellationToken.None);
            var used = Process.GetCurrentProcess().TotalProcessorTime - busy;
            Console.WriteLine($"sweep alone: {moved} moved in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms, {used.TotalMilliseconds / moved * 1000:0} us of processor time each");
        }
    }

    private static async Task MeasureAsync(EngineHouse house, BigHospital hospital, WrittenAt written, int count, Duration over, string name)
    {
        Console.WriteLine($"fsync in the data folder: {Machine.Fsync(house.Folder)}");
        var clock = house.Get<IClock>();
        var due = await hospital.MakeDueAsync(count, clock.GetCurrentInstant() + Duration.FromSeconds(3), over);
        written.Start(due);
        house.Get<WorkSignal>().Wake();
        var began = Stopwatch.GetTimestamp();
        while (written.Left > 0 && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(180))
        {
            await Task.Delay(50);
        }

        var late = written.Lateness;
        Console.WriteLine($"{name}: {late.Count} of {count} written, late {Machine.Percentiles(late)}");
        foreach (var sink in house.Sinks.Values)
        {
            Console.WriteLine($"  {sink.Kind}: {sink.Arrived.Count} sent");
            sink.Arrived.Clear();
        }
    }

    /// <summary>Listens to the engine's own signal, which follows each commit.</summary>
    private sealed class WrittenAt
    {
        private ConcurrentDictionary<Guid, Instant> _due = new();
        private ConcurrentBag<double> _late = [];

        public int Left => _due.Count;

        public List<double> Lateness => [.. _late];

        public void Start(IReadOnlyDictionary<Guid, Instant> due)
        {
            _late = [];
            _due = new ConcurrentDictionary<Guid, Instant>(due);
        }

        public IWorkSignal Over(WorkSignal signal, IClock clock) => new Listening(this, signal, clock);

        private sealed class Listening(WrittenAt written, WorkSignal signal, IClock clock) : IWorkSignal
        {
            public void PageChanged(PageId page)
            {
                if (written._due.TryRemove(page.Value, out var due))
                {
                    written._late.Add((clock.GetCurrentInstant() - due).TotalMilliseconds);
                }

                signal.PageChanged(page);
            }
        }
    }
}
