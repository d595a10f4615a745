using System.Net;
using NodaTime;
using OnCall.Testing.Databases;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Demo;

public sealed class DemoHospitalTests
{
    private static readonly Dictionary<string, string?> Wanted = new(StringComparer.Ordinal) { ["OnCall:Demo"] = "true" };

    [Theory]
    [InlineData("Cardiology - duty physician", "D001")]
    [InlineData("循環器内科　当直医", "D001")]
    [InlineData("code team", "D001")]
    [InlineData("desk", "D011")]
    public async Task Somebody_answers_for_its_roles_in_any_of_their_names(string role, string person)
    {
        await using var host = await ApiHost.StartAsync(settings: Wanted);
        var answer = await (await host.Admin.GetPathAsync("/api/v1/roles/resolve?role=" + Uri.EscapeDataString(role))).ReadAsync();
        Assert.Contains(person, answer.At("responders").EnumerateArray().Select(r => r.Text("person.employeeNo")));
    }

    [Fact]
    public async Task Its_roster_is_whole_for_twelve_days_to_come()
    {
        await using var host = await ApiHost.StartAsync(settings: Wanted);
        var until = host.Clock.Now + Duration.FromDays(12);
        var gaps = await (await host.Admin.GetPathAsync($"/api/v1/rosters/gaps?from={host.Clock.Now}&to={until}")).ReadAsync();
        Assert.Empty(gaps.At("items").EnumerateArray());
    }

    [Fact]
    public async Task What_was_changed_in_it_stays_when_it_is_started_again()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-demo-");
        try
        {
            await using var database = await TestDatabase.UsualAsync();
            var settings = new Dictionary<string, string?>(Wanted.Concat(database.Settings), StringComparer.Ordinal) { ["OnCall:DataDirectory"] = folder.FullName };
            await using (var first = await ApiHost.StartAsync(settings: settings))
            {
                Assert.Equal(HttpStatusCode.OK, (await first.Admin.PutAsync("/api/v1/people/D002", """{"name":"Renamed"}""")).StatusCode);
            }

            await using var second = await ApiHost.StartAsync(settings: settings);
            Assert.Equal("Renamed", (await (await second.Admin.GetPathAsync("/api/v1/people/D002")).ReadAsync()).Text("name"));
            Assert.Single((await (await second.Admin.GetPathAsync("/api/v1/rosters/uploads")).ReadAsync()).At("items").EnumerateArray());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_production_start_has_none_of_it()
    {
        await using var host = await ApiHost.StartAsync();
        Assert.Equal(["desk"], (await (await host.Admin.GetPathAsync("/api/v1/roles")).ReadAsync()).At("items").EnumerateArray().Select(r => r.Text("code")!));
    }
}
