using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Rosters;

public sealed class RotationTests
{
    private const string Path = "/api/v1/rotations/ward-nights";
    private const string Nights = """
        {"role":"Ward 3 – Nurse","people":["A1","B2"],"every":"week","handOff":"17:00","on":"mon","from":"2026-11-23","horizonDays":14,
         "hours":[{"days":["mon","tue","wed","thu","fri"],"from":"17:00","to":"08:00"},{"days":["hol"],"from":"08:00","to":"08:00"}],
         "exceptions":[{"date":"2026-12-01","person":null}],"label":"Night"}
        """;

    [Fact]
    public async Task A_rotation_is_previewed_made_read_changed_and_ended()
    {
        await using var host = await HouseAsync();

        var preview = await (await host.Admin.PutAsync(Path + "?preview=true", Nights)).ReadAsync();
        Assert.True(preview.At("shifts").GetArrayLength() > 5);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Admin.GetPathAsync(Path)).StatusCode);

        var made = await host.Admin.PutAsync(Path, Nights);
        Assert.Equal((HttpStatusCode.Created, Path), (made.StatusCode, made.Headers.Location!.ToString()));
        var shift = (await made.ReadAsync()).At("shifts.0");
        Assert.Equal(("A1", "2026-11-23T16:00:00Z", "2026-11-24T07:00:00Z", "Night"), (shift.Text("person.employeeNo"), shift.Text("start"), shift.Text("end"), shift.Text("shift")));

        var read = await (await host.Admin.GetPathAsync(Path)).ReadAsync();
        Assert.Equal(("week", "mon", "17:00", "Europe/Brussels"), (read.Text("every"), read.Text("on"), read.Text("handOff"), read.Text("timeZone")));
        Assert.Equal("hol", read.Text("hours.1.days.0"));
        Assert.Equal(1, (await (await host.Admin.GetPathAsync("/api/v1/rotations?role=ward-3/nurse")).ReadAsync()).At("items").GetArrayLength());

        Assert.Equal(HttpStatusCode.OK, (await host.Admin.PutAsync(Path, Nights.Replace("[\"A1\",\"B2\"]", "[\"B2\"]", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await host.Admin.DeleteAsync(new Uri(Path + "?now=true", UriKind.Relative))).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-rotation", await host.Admin.DeleteAsync(new Uri(Path, UriKind.Relative)));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-rotation", await host.Admin.GetPathAsync(Path));
    }

    [Theory]
    [InlineData("Ward 3 – Nurse", "Ward 9", HttpStatusCode.NotFound, "unknown-role")]
    [InlineData("\"17:00\",\"on\"", "\"25:00\",\"on\"", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    [InlineData("\"every\":\"week\"", "\"each\":\"week\"", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    [InlineData("{\"role\"", "{\"code\":\"other\",\"role\"", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    public async Task What_cannot_be_taken_is_a_problem(string instead, string written, HttpStatusCode status, string type)
    {
        await using var host = await HouseAsync();
        await ProblemAssert.IsAsync(status, type, await host.Admin.PutAsync(Path, Nights.Replace(instead, written, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_parameter_that_is_neither_true_nor_false_is_a_problem()
    {
        await using var host = await HouseAsync();
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "invalid-input", await host.Admin.PutAsync(Path + "?preview=maybe", Nights));
    }

    [Fact]
    public async Task Holidays_of_a_unit_are_replaced_and_read_also_from_below()
    {
        await using var host = await HouseAsync();
        await host.Admin.PutAsync("/api/v1/org-units/site", """{"name":"Site"}""");
        await host.Admin.PutAsync("/api/v1/org-units/ward-3", """{"name":"Ward 3","parent":"site"}""");

        var put = await host.Admin.PutAsync("/api/v1/org-units/site/holidays", """{"holidays":[{"date":"2026-12-25","name":"Christmas"}]}""");

        Assert.Equal((HttpStatusCode.OK, "Christmas"), (put.StatusCode, (await put.ReadAsync()).Text("holidays.0.name")));
        Assert.Equal("site", (await (await host.Admin.GetPathAsync("/api/v1/org-units/ward-3/holidays")).ReadAsync()).Text("inherited.0.orgUnit"));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-org-unit", await host.Admin.GetPathAsync("/api/v1/org-units/ward-9/holidays"));
        await ProblemAssert.IsAsync(HttpStatusCode.UnprocessableEntity, "invalid-input", await host.Admin.PutAsync("/api/v1/org-units/site/holidays", """{"holidays":[{"date":"25.12.","name":"Christmas"}]}"""));
    }

    private static async Task<ApiHost> HouseAsync()
    {
        var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/roles/ward-3/nurse", """{"name":"Ward 3 – Nurse","timeZone":"Europe/Brussels"}""");
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ada A1","contactMethods":[]}""");
        await host.Admin.PutAsync("/api/v1/people/B2", """{"name":"Bram B2","contactMethods":[]}""");
        return host;
    }
}
