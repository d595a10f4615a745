using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Testing;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access.Matrix;

/// <summary>Every endpoint, tried with every permission over one unit, on that unit's things and on another's.</summary>
public sealed class MatrixTests
{
    [Fact]
    public async Task Every_endpoint_lets_in_whom_the_table_says_and_nobody_else()
    {
        await using var world = await MatrixWorld.MakeAsync();
        var found = new List<string>();
        foreach (var door in MatrixDoors.All)
        {
            var cells = new List<string>();
            foreach (var caller in Enum.GetValues<MatrixCaller>())
            {
                var (outside, inside) = (await IsLetInAsync(world, door, caller, "out"), await IsLetInAsync(world, door, caller, "in"));
                cells.Add((inside, outside) switch { (true, true) => "yes", (true, false) => "in", (false, false) => "no", (false, true) => "OUT" });
            }

            Assert.True(cells[0] == "no", $"{door.Name} lets in somebody without a key.");
            found.Add(MatrixTable.Line(door.Name, cells[1..]));
        }

        var told = MatrixTable.Text.Split('\n').Select(l => l.TrimEnd()).ToList();
        Found.Nothing([.. found.Except(told, StringComparer.Ordinal).Select(l => "is:   " + l), .. told.Except(found, StringComparer.Ordinal).Select(l => "told: " + l)]);
    }

    [Fact]
    public async Task Every_endpoint_of_the_program_is_in_the_table()
    {
        await using var host = await ApiHost.StartAsync();
        var doors = host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText!.TrimEnd('/')}") ?? [])
            .Where(d => !MatrixTable.Open.Contains(d))
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(doors.Count > 70, $"{doors.Count}");
        var told = MatrixDoors.All.Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        Found.Nothing([
            .. doors.Except(told, StringComparer.Ordinal).Select(d => d + " has no entry: say who may, and how it is tried."),
            .. told.Except(doors, StringComparer.Ordinal).Select(d => d + " is no endpoint."),
        ]);
    }

    private static async Task<bool> IsLetInAsync(MatrixWorld world, MatrixDoor door, MatrixCaller caller, string unit)
    {
        using var request = await door.Ask(world, unit);
        using var answer = await world.As(caller).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True((int)answer.StatusCode < 500, $"{door.Name} as {caller}: {(int)answer.StatusCode}");
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (answer.StatusCode == HttpStatusCode.NotFound && !door.GoneIsIn))
        {
            return false;
        }

        if (door.Shows is not { } shows)
        {
            return true;
        }

        var told = shows(unit);
        return (await answer.Content.ReadAsStringAsync()).Contains(told.StartsWith('{') ? world.Id(told.Trim('{', '}').Split(' ')[0], unit) : told, StringComparison.Ordinal);
    }
}
