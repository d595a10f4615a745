namespace OnCall.Bench;

/// <summary>Start to the first 200, and memory at rest.</summary>
internal static class StartAndMemory
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("oncall-bench-").FullName;
        var starts = new List<double>();
        double idle = 0;
        for (var i = 0; i < 5; i++)
        {
            await using var api = await RunningApi.StartAsync(folder);
            starts.Add(api.Started.TotalMilliseconds);
            if (i == 4)
            {
                await Task.Delay(TimeSpan.FromSeconds(15));
                idle = Machine.ResidentMiB(api.Process);
            }
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"start to first 200: empty folder {starts[0]:0} ms, then {string.Join(", ", starts.Skip(1).Select(s => $"{s:0}"))} ms (limit 1500)");
        Console.WriteLine($"idle memory after 15 s: {idle:0.0} MiB resident (limit 120)");
    }
}
