using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Api.Screens;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.Attacks;

/// <summary>Every way into the program, as its own routing has it: none is written down here.</summary>
internal static class Doors
{
    public static async Task<IReadOnlyList<Door>> OfAsync(ApiHost host)
    {
        var description = await (await host.Anonymous.GetPathAsync("/openapi/v1.json")).ReadAsync();
        return [.. Api(host, description), .. Screens(host)];
    }

    /// <summary>The method and path of every operation that the description tells.</summary>
    public static IEnumerable<(string Method, string Path, JsonElement Operation)> Told(JsonElement description) =>
        from path in description.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Name.ToUpperInvariant(), path.Name, operation.Value);

    /// <summary>As the description writes a pattern: without constraints.</summary>
    public static string Plain(string pattern) => string.Join('{', pattern.Split('{').Select((part, place) => place == 0 || !part.Contains('}', StringComparison.Ordinal)
        ? part
        : part.Split('}')[0].Split(':', '?')[0].TrimStart('*') + "}" + part[(part.IndexOf('}', StringComparison.Ordinal) + 1)..]));

    private static IEnumerable<Door> Api(ApiHost host, JsonElement description)
    {
        var told = Told(description).ToDictionary(o => $"{o.Method} {o.Path}", o => o.Operation, StringComparer.Ordinal);
        return Of(host.Services.GetRequiredService<EndpointDataSource>())
            .Select(door => new Door(door.Method, door.Pattern, IsScreen: false, told.TryGetValue($"{door.Method} {Plain(door.Pattern)}", out var operation) ? operation : null));
    }

    // The screens have a container of their own, made by the first who asks for one; this is another of the same making. It is not
    // disposed of: it would take with it what is the program's.
    private static List<Door> Screens(ApiHost host)
    {
        var own = host.Services.GetRequiredService<SharedServices>().Of(host.Services).AddScreens().BuildServiceProvider();
        var pipeline = new ApplicationBuilder(own);
        pipeline.UseRouting();
        pipeline.UseEndpoints(routes => routes.MapScreens());
        return [.. Of(own.GetRequiredService<EndpointDataSource>()).Select(door => new Door(door.Method, door.Pattern, IsScreen: true, null))];
    }

    private static IEnumerable<(string Method, string Pattern)> Of(EndpointDataSource source) =>
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'));
}
