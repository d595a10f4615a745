using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Data;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Rosters;

public sealed class RosterPullTests : IDisposable
{
    private const string Path = "/api/v1/roster-pulls/ward-rota";
    private const string Canary = "canary-7f3a";
    private const string Rows = RosterRequests.Headings + "ward-3/nurse,A1,2026-11-23T08:00,2026-11-30T08:00,1\n";
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("oncall-pull-").FullName;
    private readonly LogLines _log = new();

    [Fact]
    public async Task A_folder_is_watched_read_run_and_given_up()
    {
        await using var host = await HouseAsync();
        await File.WriteAllTextAsync(System.IO.Path.Combine(_folder, "rota.csv"), Rows);

        var made = await host.Admin.PutAsync(Path, $$"""{"orgUnit":"ward-3","folder":"{{_folder}}","pattern":"*.csv","timeZone":"Europe/Brussels","every":15}""");
        Assert.Equal((HttpStatusCode.Created, Path), (made.StatusCode, made.Headers.Location!.ToString()));
        Assert.Equal("waiting", (await RunAsync(host)).Text("lastOutcome"));
        var read = await RunAsync(host);
        Assert.Equal(("published", "1 added, 0 changed, 0 removed."), (read.Text("lastOutcome"), read.Text("lastMessage")));
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.GetPathAsync(RosterRequests.Uploads + "/" + read.Text("lastUpload"))).StatusCode);
        Assert.Equal("ward-rota", (await (await host.Admin.GetPathAsync("/api/v1/roster-pulls")).ReadAsync()).Text("items.0.code"));

        Assert.Equal(HttpStatusCode.NoContent, (await host.Admin.DeleteAsync(new Uri(Path, UriKind.Relative))).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-roster-pull", await host.Admin.DeleteAsync(new Uri(Path, UriKind.Relative)));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-roster-pull", await host.Admin.GetPathAsync(Path));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-roster-pull", await host.Admin.PostAsync(Path + "/run", "{}"));
    }

    [Theory]
    [InlineData("\"folder\":\"/etc\"", "folder")]
    [InlineData("\"url\":\"file:///etc/passwd\"", "url")]
    [InlineData("\"url\":\"http://me:word@rota.example/\"", "url")]
    [InlineData("\"url\":\"http://rota.example/\",\"folder\":\"/x\"", "url")]
    [InlineData("\"url\":\"http://rota.example/\",\"every\":4", "every")]
    [InlineData("\"url\":\"http://rota.example/\",\"header\":{\"name\":\"Host\",\"value\":\"canary-7f3a\"}", "header.name")]
    [InlineData("\"url\":\"http://rota.example/\",\"header\":{\"name\":\"X-Key\",\"value\":\"canary-7f3a\\r\\nX: y\"}", "header.value")]
    [InlineData("\"url\":\"http://rota.example/\",\"header\":{\"name\":\"X-Key\"}", "header.value")]
    public async Task What_cannot_be_taken_names_its_field_and_never_the_secret(string place, string field)
    {
        await using var host = await HouseAsync();

        var refused = await host.Admin.PutAsync(Path, $$"""{"orgUnit":"ward-3","timeZone":"Europe/Brussels",{{place}}}""");

        Assert.DoesNotContain(Canary, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var problem = await ProblemAssert.IsAsync(HttpStatusCode.UnprocessableEntity, "invalid-input", refused);
        Assert.Equal(field, problem.Text("errors.0.field"));
    }

    [Fact]
    public async Task The_value_of_a_header_is_in_no_answer_log_or_trail()
    {
        await using var host = await HouseAsync();
        const string Body = """{"orgUnit":"ward-3","timeZone":"Europe/Brussels","url":"http://127.0.0.1:1/rota","header":{"name":"X-Key","value":"canary-7f3a"}}""";
        var seen = new List<string>
        {
            await (await host.Admin.PutAsync(Path, Body)).Content.ReadAsStringAsync(),
            await (await host.Admin.PutAsync(Path, Body.Replace(",\"value\":\"canary-7f3a\"", "", StringComparison.Ordinal))).Content.ReadAsStringAsync(),
            await (await host.Admin.PutAsync(Path, Body.Replace("}}", "},\"more\":1}", StringComparison.Ordinal))).Content.ReadAsStringAsync(),
            (await RunAsync(host)).ToString(),
            await (await host.Admin.GetPathAsync(Path)).Content.ReadAsStringAsync(),
            await (await host.Admin.GetPathAsync("/api/v1/roster-pulls")).Content.ReadAsStringAsync(),
            _log.Text,
            string.Join('\n', await host.Services.GetRequiredService<Database>().ReadAsync(
                connection => Dapper.SqlMapper.QueryAsync<string>(connection, "select detail from audit_entry"), CancellationToken.None)),
        };

        Assert.Contains("X-Key", seen[4], StringComparison.Ordinal);
        Assert.Contains("unreachable", seen[3], StringComparison.Ordinal);
        Assert.All(seen, text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));

        // Another server than it was told for never gets it.
        var moved = Body.Replace(",\"value\":\"canary-7f3a\"", "", StringComparison.Ordinal).Replace("127.0.0.1:1", "elsewhere.example", StringComparison.Ordinal);
        await ProblemAssert.IsAsync(HttpStatusCode.UnprocessableEntity, "invalid-input", await host.Admin.PutAsync(Path, moved));
    }

    [Fact]
    public async Task Administrators_make_them_and_schedulers_of_the_unit_read_and_run_them()
    {
        await using var host = await HouseAsync();
        const string Body = """{"orgUnit":"ward-3","timeZone":"Europe/Brussels","url":"http://127.0.0.1:1/rota"}""";
        await host.Admin.PutAsync(Path, Body);
        var scheduler = await PersonAsync(host, "S1", """[{"permission":"scheduler","orgUnit":"ward-3"}]""");
        var other = await PersonAsync(host, "S2", """[{"permission":"scheduler","orgUnit":"ward-4"}]""");

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await scheduler.PutAsync(Path, Body));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await scheduler.DeleteAsync(new Uri(Path, UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, (await scheduler.PostAsync(Path + "/run", "{}")).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await other.GetPathAsync(Path));
        Assert.Equal(0, (await (await other.GetPathAsync("/api/v1/roster-pulls")).ReadAsync()).At("items").GetArrayLength());
    }

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    private static async Task<System.Text.Json.JsonElement> RunAsync(ApiHost host) => await (await host.Admin.PostAsync(Path + "/run", "{}")).ReadAsync();

    private static async Task<HttpClient> PersonAsync(ApiHost host, string number, string grants)
    {
        await host.Admin.PutAsync("/api/v1/people/" + number, $$"""{"name":"Sam {{number}}","contactMethods":[],"permissions":{{grants}}}""");
        var key = await (await host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{number}}"}""")).ReadAsync();
        return host.With(key.Text("key")!);
    }

    private async Task<ApiHost> HouseAsync()
    {
        var host = await ApiHost.StartAsync(
            settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["OnCall:Rosters:PullFolders:0"] = _folder, ["Logging:LogLevel:Default"] = "Trace" },
            services: s => s.AddSingleton<ILoggerProvider>(_log));
        await host.Admin.PutAsync("/api/v1/org-units/ward-3", """{"name":"Ward 3","timeZone":"Europe/Brussels"}""");
        await host.Admin.PutAsync("/api/v1/org-units/ward-4", """{"name":"Ward 4"}""");
        await host.Admin.PutAsync("/api/v1/roles/ward-3/nurse", """{"name":"Ward 3 – Nurse","orgUnit":"ward-3"}""");
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ada A1","contactMethods":[]}""");
        return host;
    }
}
