using System.Globalization;
using OnCall.Bench;

// dotnet run -c Release --project bench/OnCall.Bench [pages]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var pages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, load before: {Machine.Load()}");

await StartAndMemory.RunAsync();
await ResolveRatio.RunAsync();
await AcceptedToProvider.RunAsync(pages);
Console.WriteLine($"load after: {Machine.Load()}");
