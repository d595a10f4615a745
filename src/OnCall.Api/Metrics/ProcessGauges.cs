using System.Diagnostics.Metrics;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Metrics;

/// <summary>The usual few about the process itself, under the names that Prometheus' own clients use.</summary>
internal static class ProcessGauges
{
    internal static void Add(OnCallMeter meter)
    {
        var it = meter.Meter;
        it.CreateObservableCounter("process.cpu", () => Environment.CpuUsage.TotalTime.TotalSeconds, "s", "Processor time that the process has used.");
        it.CreateObservableGauge("process.resident_memory", () => (double)Environment.WorkingSet, "By", "Memory of the process that is in RAM.");
        it.CreateObservableGauge("process.start_time", () => StartTime(), "s", "When the process started, since 1970 in UTC.");
        it.CreateObservableGauge("dotnet.gc.heap", () => (double)GC.GetTotalMemory(forceFullCollection: false), "By", "The managed heap.");
        it.CreateObservableCounter(
            "dotnet.gc.collections",
            () => Enumerable.Range(0, GC.MaxGeneration + 1).Select(g => new Measurement<long>(GC.CollectionCount(g), new KeyValuePair<string, object?>("generation", g))),
            "{collection}", "Collections of the managed heap.");
        it.CreateObservableGauge("dotnet.threadpool.threads", () => (double)ThreadPool.ThreadCount, "{thread}", "Threads of the pool.");
    }

    private static double StartTime()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return (process.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;
    }
}
