using System.Diagnostics;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Scheduler;

namespace OnCall.Bench.Engine;

/// <summary>How late steps are written, with 100,000 escalations armed.</summary>
internal static class Lateness
{
    public static async Task RunAsync(int armed, string what)
    {
        var times = new StepTimes();
        await using var house = await EngineHouse.OpenAsync(services => SignalListening.Add(services, times));
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

        var second = what == "quartz" ? null : await EngineAsync(house, hospital, times, armed, what);
        if (what is "all" or "second" or "quartz")
        {
            await new QuartzPerPage(house, hospital, armed).RunAsync(second);
        }
    }

    /// <summary>Our engine. Answers what came of the pages due in one second.</summary>
    private static async Task<StepOutcome?> EngineAsync(EngineHouse house, BigHospital hospital, StepTimes times, int armed, string what)
    {
        StepOutcome? second = null;
        await house.StartAsync();
        await Task.Delay(2000);

        // Once for the compiler, as Quartz has it.
        await MeasureAsync(house, hospital, times, 5_000, Duration.FromSeconds(10), "first 5,000 within 10 s, cold");
        if (what is "all" or "steady")
        {
            await MeasureAsync(house, hospital, times, 500 * 20, Duration.FromSeconds(20), "500 a second for 20 s");
        }

        if (what is "all" or "second" or "burst")
        {
            second = await MeasureAsync(house, hospital, times, 10_000, Duration.FromSeconds(1), "10,000 due in one second");
        }

        if (what is "all" or "once")
        {
            await MeasureAsync(house, hospital, times, 10_000, Duration.FromMilliseconds(1), "10,000 due at once");
        }

        // What is left to send is still sent: memory is that of an engine at work.
        Console.WriteLine($"memory of the engine, 54,000 shifts and {armed} armed: {Machine.ResidentMiB(Process.GetCurrentProcess()):0.0} MiB resident (limit 200), the bench's notes in it; {GC.GetGCMemoryInfo().TotalCommittedBytes / 1048576.0:0.0} MiB of it the collector's");
        await house.StopAsync();
        return second;
    }

    // The sweep by itself, with nobody sending: where the time goes.
    private static async Task SweepAloneAsync(EngineHouse house, BigHospital hospital, IClock clock)
    {
        foreach (var due in (int[])[10_000, 20_000, 50_000])
        {
            await hospital.MakeDueAsync(due, clock.GetCurrentInstant() - Duration.FromSeconds(1), Duration.FromMilliseconds(1));
            var (began, busy, allocated) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes());
            var moved = await house.Get<SweepEscalations>().RunAsync(CancellationToken.None);
            var used = Process.GetCurrentProcess().TotalProcessorTime - busy;
            Console.WriteLine($"sweep alone: {moved} moved in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms, {used.TotalMilliseconds / moved * 1000:0} us of processor time and {(GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / moved:0.0} KiB allocated each");
        }
    }

    private static async Task<StepOutcome> MeasureAsync(EngineHouse house, BigHospital hospital, StepTimes times, int count, Duration over, string name)
    {
        Console.WriteLine($"fsync in the data folder: {Machine.Fsync(house.Folder)}");
        var clock = house.Get<IClock>();
        times.Start(await hospital.MakeDueAsync(count, clock.GetCurrentInstant() + Duration.FromSeconds(3), over));
        Machine.ForgetPeak();
        house.Get<WorkSignal>().Wake();
        var (pauses, large) = (GC.GetTotalPauseDuration(), GC.CollectionCount(2));
        var (began, ticks, busy) = (Stopwatch.GetTimestamp(), Machine.Ticks(), Process.GetCurrentProcess().TotalProcessorTime);
        var outcome = await times.EndAsync(clock, Duration.FromSeconds(180));
        Console.WriteLine($"{name}: {outcome}");
        var used = (Process.GetCurrentProcess().TotalProcessorTime - busy) / Stopwatch.GetElapsedTime(began);
        Console.WriteLine($"  {used:0.00} cores used over {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {Machine.StolenSince(ticks)}; memory at most {Machine.PeakMiB():0.0} MiB");
        Console.WriteLine($"  collector: {(GC.GetTotalPauseDuration() - pauses).TotalMilliseconds:0} ms of pauses, {GC.CollectionCount(2) - large} of the whole heap, the last of these {GC.GetGCMemoryInfo(GCKind.FullBlocking).PauseDurations[0].TotalMilliseconds:0} ms");
        foreach (var sink in house.Sinks.Values)
        {
            Console.WriteLine($"  {sink.Kind}: {sink.Arrived.Count} sent");
            sink.Arrived.Clear();
        }

        return outcome;
    }
}
