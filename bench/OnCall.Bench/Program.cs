using System.Globalization;
using OnCall.Api.Composition;
using OnCall.Bench;
using OnCall.Bench.Databases;
using OnCall.Bench.Engine;
using OnCall.Bench.Rosters;

// dotnet run -c Release --project bench/OnCall.Bench [pages | xlsx | upload | size | board | rest | resolve | lateness [armed [all|steady|second|once|sweep|quartz]] | handed [armed] | mass | databases [plans | nodes | resolve|accept|due|publish …]]
NativeHeap.StaySmall();
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["xlsx"])
{
    XlsxRoster.Run();
    return;
}

if (args is ["board"])
{
    Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, load before: {Machine.Load()}");
    await BoardDrawing.RunAsync();
    Console.WriteLine($"load after: {Machine.Load()}");
    return;
}

if (args is ["databases", ..])
{
    Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, load before: {Machine.Load()}");
    await (args switch
    {
        [_, "plans"] => Plans.RunAsync(),
        [_, "nodes"] => NodesTogether.RunAsync(),
        _ => BothDatabases.RunAsync(args[1..]),
    });
    Console.WriteLine($"load after: {Machine.Load()}");
    return;
}

if (args is ["upload" or "size"])
{
    Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, load before: {Machine.Load()}");
    await (args[0] == "upload" ? UploadSpeed.RunAsync() : ResolveBySize.RunAsync());
    Console.WriteLine($"load after: {Machine.Load()}");
    return;
}

if (args is ["lateness" or "mass" or "handed", ..])
{
    Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, load before: {Machine.Load()}");
    var armed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000;
    await (args[0] switch
    {
        "mass" => MassCall.RunAsync(),
        "handed" => Handed.RunAsync(armed),
        _ => Lateness.RunAsync(armed, args.Length > 2 ? args[2] : "all"),
    });
    Console.WriteLine($"load after: {Machine.Load()}");
    return;
}

var only = args is ["rest" or "resolve"] ? args[0] : null;
var pages = only is null && args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, load before: {Machine.Load()}");

if (only is null or "rest")
{
    await StartAndMemory.RunAsync(threeMinutes: only is "rest");
}

if (only is null or "resolve")
{
    await ResolveRatio.RunAsync();
}

if (only is null)
{
    await AcceptedToProvider.RunAsync(pages);
}

Console.WriteLine($"load after: {Machine.Load()}");
