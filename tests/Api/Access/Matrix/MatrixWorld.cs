using System.Net.Http.Headers;
using OnCall.Api.Tests.Pages;
using OnCall.Api.Tests.Rosters;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.Access.Matrix;

/// <summary>A hospital of two units, <c>in</c> and <c>out</c>, with one of everything in each.</summary>
internal sealed class MatrixWorld : IAsyncDisposable
{
    private readonly Dictionary<MatrixCaller, HttpClient> _callers = [];
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly DirectoryInfo _folder;

    private MatrixWorld(ApiHost host, DirectoryInfo folder) => (Host, _folder) = (host, folder);

    public ApiHost Host { get; }

    /// <summary>The id of the one thing of this kind in that unit.</summary>
    public string Id(string kind, string unit) => _ids[kind + " " + unit];

    public HttpClient As(MatrixCaller caller) => _callers[caller];

    public Task<string> PageAsync(string unit) => SentAsync(unit);

    public static async Task<MatrixWorld> MakeAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-matrix-");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["OnCall:Rosters:PullFolders:0"] = folder.FullName, ["OnCall:Channels:Snpp:Host"] = "127.0.0.1" };
        var world = new MatrixWorld(await ApiHost.StartAsync(settings: settings), folder);
        foreach (var unit in new[] { "in", "out" })
        {
            await world.FillAsync(unit);
        }

        await world.PutAsync("policies/usual", """{"name":"Usual","steps":[{"waitSeconds":60,"targets":[{"type":"desk"}]}]}""");
        world._callers[MatrixCaller.Nobody] = world.Host.Anonymous;
        foreach (var caller in new[] { MatrixCaller.Staff, MatrixCaller.Auditor, MatrixCaller.Dispatcher, MatrixCaller.Scheduler, MatrixCaller.Admin })
        {
            var number = "C-" + caller;
            await world.PutAsync($"people/{number}", $$"""{"name":"{{number}}","permissions":[{"permission":"{{caller.ToString().ToLowerInvariant()}}","orgUnit":"in"}]}""");
            world._callers[caller] = world.Host.With(await world.KeyAsync($$"""{"person":"{{number}}"}"""));
        }

        world._callers[MatrixCaller.Integration] = world.Host.With(await world.KeyAsync("""{"integration":"lab"}"""));
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task FillAsync(string unit)
    {
        await PutAsync($"org-units/{unit}", $$"""{"name":"Unit {{unit}}"}""");
        await PutAsync($"roles/{unit}/role", $$"""{"name":"Role {{unit}}","orgUnit":"{{unit}}","timeZone":"Europe/Brussels"}""");
        foreach (var number in new[] { 1, 2 })
        {
            await PutAsync($"people/{unit}-{number}", Person(unit, number));
        }

        var file = $"{RosterRequests.Headings}{unit}/role,{unit}-1,2026-11-23 08:00,2026-11-23 20:00,1\n{unit}/role,{unit}-2,2026-11-23 08:00,2026-11-23 20:00,2\n{unit}/role,{unit}-1,2026-11-24 08:00,2026-11-24 20:00,1\n{unit}/role,{unit}-2,2026-11-24 20:00,2026-11-25 08:00,1\n";
        _ids["upload " + unit] = (await (await Host.UploadAsync(file, "publish=true")).ReadAsync()).Text("id")!;
        _ids["cover " + unit] = await MadeAsync(Host.Admin, "/api/v1/covers", Cover(unit, "2026-11-24T09:00"));
        _ids["key " + unit] = (await (await Host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{unit}}-2"}""")).ReadAsync()).Text("id")!;
        using var first = Host.With(await KeyAsync($$"""{"person":"{{unit}}-1"}"""));
        _ids["swap " + unit] = await MadeAsync(
            first, "/api/v1/swaps", $$"""{"role":"{{unit}}/role","give":{"start":"2026-11-24T15:00"},"with":"{{unit}}-2","take":{"start":"2026-11-24T22:00"},"reason":"wedding"}""");
        await PutAsync($"rotations/{unit}-nights", Rotation(unit));
        await PutAsync($"roster-pulls/{unit}-pull", Pull(unit));
        await PutAsync($"presets/{unit}-team", Preset(unit));
        _ids["page " + unit] = await SentAsync(unit);
        _ids["hold " + unit] = await MadeAsync(Host.Admin, "/api/v1/retention/holds", $$"""{"orgUnit":"{{unit}}","reason":"hold of {{unit}}"}""");
    }

    // Reachable: a page that goes to the desk at once would ask every dispatcher of the house.
    internal static string Person(string unit, int number) =>
        $$"""{"name":"Person {{unit}} {{number}}","orgUnit":"{{unit}}","contactMethods":{{(number == 1 ? $$"""[{"kind":"snpp","address":"55501{{unit.Length}}1","verified":true}]""" : "[]")}}}""";

    internal static string Cover(string unit, string from) =>
        $$"""{"role":"{{unit}}/role","person":"{{unit}}-2","from":"{{from}}","to":"2026-11-24T10:00","instead":"{{unit}}-1","reason":"ill"}""";

    internal static string Preset(string unit) => $$"""{"name":"Team {{unit}}","orgUnit":"{{unit}}","urgency":"code","roles":["{{unit}}/role"]}""";

    internal static string Rotation(string unit) => $$"""
        {"role":"{{unit}}/role","people":["{{unit}}-1","{{unit}}-2"],"every":"week","handOff":"17:00","on":"mon","from":"2026-12-07","horizonDays":14,
         "hours":[{"days":["mon"],"from":"17:00","to":"08:00"}],"label":"Night"}
        """;

    internal string Pull(string unit) => $$"""{"orgUnit":"{{unit}}","folder":"{{_folder.FullName}}","pattern":"*.csv","timeZone":"Europe/Brussels","every":15}""";

    private async Task<string> SentAsync(string unit) =>
        (await (await Host.Admin.PageAsync($$"""{"role":"{{unit}}/role","urgency":"urgent","subject":"subject of {{unit}}"}""")).ReadAsync()).Text("id")!;

    private async Task PutAsync(string path, string body)
    {
        var answer = await Host.Admin.PutAsync("/api/v1/" + path, body);
        Xunit.Assert.True(answer.IsSuccessStatusCode, path + ": " + await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> MadeAsync(HttpClient client, string path, string body)
    {
        var answer = await client.PostAsync(path, body);
        Xunit.Assert.True(answer.IsSuccessStatusCode, path + ": " + await answer.Content.ReadAsStringAsync());
        return (await answer.ReadAsync()).Text("id")!;
    }

    private async Task<string> KeyAsync(string owner) => (await (await Host.Admin.PostAsync("/api/v1/keys", owner)).ReadAsync()).Text("key")!;
}
