using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Rosters;

public sealed class ExportTests
{
    private const string Export = "/api/v1/rosters/export";

    [Theory]
    [InlineData("csv", "text/csv; charset=utf-8")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task A_ward_roster_is_exported_and_uploaded_again_unchanged(string format, string type)
    {
        await using var host = await HouseAsync();

        var answer = await host.Admin.GetPathAsync($"{Export}?format={format}&role=ward-3/nurse-on-duty&from=2026-10-20&to=2026-10-28");
        var file = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(("attachment", $"roster-ward-3-nurse-on-duty-2026-10-20.{format}"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName!.Trim('"')));
        Assert.Equal("Europe/Brussels", Assert.Single(answer.Headers.GetValues("X-OnCall-Time-Zone")));
        Assert.Equal(file.Length, answer.Content.Headers.ContentLength);
        Assert.Equal("unchanged", (await (await host.UploadAsync(file, "publish=true")).ReadAsync()).Text("status"));
    }

    [Fact]
    public async Task An_export_keeps_to_what_its_caller_may_read()
    {
        await using var host = await HouseAsync();
        await host.Admin.PutAsync("/api/v1/org-units/lab", """{"name":"Laboratory"}""");
        await host.Admin.PutAsync("/api/v1/people/L1", """{"name":"Lab","permissions":[{"permission":"staff","orgUnit":"lab"}]}""");
        using var lab = host.With((await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"L1"}""")).ReadAsync()).Text("key")!);

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await lab.GetPathAsync(Export + "?role=ward-3/nurse-on-duty"));
        Assert.Equal("Role,Employee no,Name,Start,End,Tier,Shift\r\n", await (await lab.GetPathAsync(Export + "?from=2026-10-20&to=2026-10-28")).Content.ReadAsStringAsync());
        await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "unauthenticated", await host.Anonymous.GetPathAsync(Export));
    }

    [Theory]
    [InlineData("format=pdf", "format")]
    [InlineData("from=soon", "from")]
    [InlineData("from=2026-10-20&to=2027-10-20", "to")]
    [InlineData("orgUnit=nowhere", "orgUnit")]
    public async Task What_cannot_be_exported_is_named(string query, string field)
    {
        await using var host = await HouseAsync();

        await ProblemAssert.NamesAsync(await host.Admin.GetPathAsync($"{Export}?{query}"), field);
    }

    private static async Task<ApiHost> HouseAsync()
    {
        var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?> { ["OnCall:TimeZone"] = "Europe/Brussels" });
        Assert.Equal("published", (await (await host.UploadAsync(RosterRequests.Sample("ward-roster.csv"), "createMissing=true", "publish=true")).ReadAsync()).Text("status"));
        return host;
    }
}
