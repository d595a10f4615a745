using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Rosters.Answers;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Rosters;

/// <summary>Who is on shift and cannot be reached: A1 has a verified number, B2 an unverified one, C3 a pager that this hospital has no gateway for.</summary>
public sealed class UnreachableTests
{
    private const string Path = "/api/v1/rosters/unreachable";

    private static readonly Dictionary<string, string?> Twilio = new()
    {
        ["OnCall:PublicUrl"] = "https://oncall.example.org",
        ["OnCall:Channels:Twilio:BaseUrl"] = "http://127.0.0.1:9",
        ["OnCall:Channels:Twilio:AccountSid"] = "ACtest",
        ["OnCall:Channels:Twilio:AuthToken"] = "test-token-0000",
        ["OnCall:Channels:Twilio:From"] = "+15550000",
    };

    [Fact]
    public async Task They_appear_with_the_beginning_of_their_shift_and_go_with_its_end()
    {
        await using var host = await StaffedAsync();
        Assert.Equal("C3 ward 2 since 2026-11-23T06:00:00Z", await WhoAsync(host));

        host.Clock.Now = Instant.FromUtc(2026, 11, 23, 14, 0);
        Assert.Equal("B2 ward 1 since 2026-11-23T14:00:00Z", await WhoAsync(host));

        host.Clock.Now = Instant.FromUtc(2026, 11, 23, 22, 0);
        Assert.Equal("", await WhoAsync(host));
    }

    [Fact]
    public async Task A_method_that_is_verified_takes_them_off_the_list()
    {
        await using var host = await StaffedAsync();
        await host.Admin.PutAsync("/api/v1/people/C3", """{"name":"Chiyo","contactMethods":[{"kind":"sms","address":"+32470550133","verified":true}]}""");
        Assert.Equal("", await WhoAsync(host));
    }

    [Fact]
    public async Task A_shift_of_somebody_inactive_is_a_gap_and_not_a_person_to_reach()
    {
        await using var host = await StaffedAsync();
        await host.Admin.PutAsync("/api/v1/people/C3", """{"name":"Chiyo","active":false}""");
        Assert.Equal("", await WhoAsync(host));
    }

    [Fact]
    public async Task It_is_for_those_who_can_do_something_about_it_in_their_units()
    {
        await using var host = await StaffedAsync();
        await host.Admin.PutAsync("/api/v1/org-units/other", """{"name":"Other"}""");
        using var staff = await KeyAsync(host, "T1", """{"name":"Tina"}""");
        using var here = await KeyAsync(host, "S1", """{"name":"Sam","permissions":[{"permission":"scheduler","orgUnit":"card"}]}""");
        using var elsewhere = await KeyAsync(host, "S2", """{"name":"Sue","permissions":[{"permission":"scheduler","orgUnit":"other"}]}""");

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await staff.GetPathAsync(Path));
        Assert.Equal(1, (await (await here.GetPathAsync(Path + "?orgUnit=card")).ReadAsync()).At("items").GetArrayLength());
        Assert.Equal(0, (await (await elsewhere.GetPathAsync(Path)).ReadAsync()).At("items").GetArrayLength());
        await ProblemAssert.NamesAsync(await host.Admin.GetPathAsync(Path + "?orgUnit=nowhere"), "orgUnit");
    }

    [Fact]
    public async Task Whoever_watches_over_the_hospital_asks_without_a_caller()
    {
        await using var host = await StaffedAsync();
        var line = Assert.Single(await host.Services.GetRequiredService<FindUnreachable>().EverywhereAsync(CancellationToken.None));
        Assert.Equal(("ward", "C3", 2), (line.Role.Code, line.Person.EmployeeNo, line.Tier));
    }

    [Fact]
    public async Task It_is_told_whether_anybody_else_on_the_role_can_be_reached()
    {
        await using var host = await StaffedAsync();
        Assert.False((await (await host.Admin.GetPathAsync(Path)).ReadAsync()).At("items")[0].At("nobodyElse").GetBoolean());

        host.Clock.Now = Instant.FromUtc(2026, 11, 23, 14, 0);
        Assert.True((await (await host.Admin.GetPathAsync(Path)).ReadAsync()).At("items")[0].At("nobodyElse").GetBoolean());
    }

    private static async Task<string> WhoAsync(ApiHost host)
    {
        var list = await (await host.Admin.GetPathAsync(Path)).ReadAsync();
        return string.Join(", ", list.At("items").EnumerateArray().Select(Line));
    }

    private static string Line(JsonElement item) => $"{item.Text("person.employeeNo")} {item.Text("role.code")} {item.At("tier").GetInt32()} since {item.Text("since")}";

    private static async Task<HttpClient> KeyAsync(ApiHost host, string employeeNo, string body)
    {
        await host.Admin.PutAsync("/api/v1/people/" + employeeNo, body);
        return host.With((await (await host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{employeeNo}}"}""")).ReadAsync()).Text("key")!);
    }

    private static async Task<ApiHost> StaffedAsync()
    {
        var host = await ApiHost.StartAsync(settings: Twilio);
        await host.Admin.PutAsync("/api/v1/org-units/card", """{"name":"Cardiology"}""");
        await host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Ward","orgUnit":"card"}""");
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ada","contactMethods":[{"kind":"sms","address":"+32470550111","verified":true}]}""");
        await host.Admin.PutAsync("/api/v1/people/B2", """{"name":"Bram","contactMethods":[{"kind":"sms","address":"+32470550122"}]}""");
        await host.Admin.PutAsync("/api/v1/people/C3", """{"name":"Chiyo","contactMethods":[{"kind":"snpp","address":"4711","verified":true}]}""");
        var rows = "ward,A1,2026-11-23 07:00,2026-11-23 15:00,1\nward,B2,2026-11-23 15:00,2026-11-23 23:00,1\nward,C3,2026-11-23 07:00,2026-11-23 15:00,2\n";
        var answer = await host.UploadAsync(RosterRequests.Headings + rows, "publish=true");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return host;
    }
}
