namespace OnCall.Bench;

/// <summary>Start to the first 200, and memory at rest.</summary>
internal static class StartAndMemory
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AtRest = TimeSpan.FromMinutes(3);

    public static async Task RunAsync(bool threeMinutes)
    {
        var folder = Directory.CreateTempSubdirectory("oncall-bench-").FullName;
        var starts = new List<double>();
        var memory = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            await using var api = await RunningApi.StartAsync(folder);
            starts.Add(api.Started.TotalMilliseconds);
            if (i == 4)
            {
                await Task.Delay(Settled);
                memory.Add(Line(Settled, api));
                if (threeMinutes)
                {
                    await Task.Delay(AtRest - Settled);
                    memory.Add(Line(AtRest, api));
                }
            }
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"start to first 200: empty folder {starts[0]:0} ms, then {string.Join(", ", starts.Skip(1).Select(s => $"{s:0}"))} ms (limit 1500)");
        memory.ForEach(Console.WriteLine);
    }

    private static string Line(TimeSpan after, RunningApi api) =>
        $"idle memory after {after.TotalSeconds:0} s: {Machine.ResidentMiB(api.Process):0.0} MiB resident (limit 120), load {Machine.Load()}";
}
