using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Rosters;

public sealed class ResolveTests
{
    private const string Rows = RosterRequests.Headings
        + "Ward 3 – Nurse,A1,2026-11-23 07:00,2026-11-23 15:00,1\nWard 3 – Nurse,B2,2026-11-23 15:00,2026-11-23 23:00,1\n";

    [Fact]
    public async Task The_answer_is_the_same_but_for_its_instant()
    {
        await using var host = await StaffedAsync();

        var one = await (await host.ResolveAsync("Ward 3 – Nurse", "2026-11-23T07:00:00Z")).Content.ReadAsStringAsync();
        var two = await (await host.ResolveAsync("ward-3/nurse", "2026-11-23T09:00:00.125+01:00")).Content.ReadAsStringAsync();

        Assert.Contains("\"at\":\"2026-11-23T07:00:00Z\"", one, StringComparison.Ordinal);
        Assert.Equal(one.Replace("\"at\":\"2026-11-23T07:00:00Z\"", "\"at\":\"2026-11-23T08:00:00.125Z\"", StringComparison.Ordinal), two);
        Assert.DoesNotContain("fallback", one, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("08:00:00.1", "08:00:00.1")]
    [InlineData("08:00:00.12", "08:00:00.12")]
    [InlineData("08:00:00.010", "08:00:00.01")]
    [InlineData("08:00:10.000", "08:00:10")]
    public async Task An_instant_is_written_to_the_millisecond_and_no_longer_than_it_must_be(string asked, string written)
    {
        await using var host = await StaffedAsync();

        Assert.Equal($"2026-11-23T{written}Z", (await (await host.ResolveAsync("Ward 3 – Nurse", $"2026-11-23T{asked}Z")).ReadAsync()).Text("at"));
    }

    [Fact]
    public async Task Now_is_the_clock_of_the_program()
    {
        await using var host = await StaffedAsync();

        var now = await (await host.ResolveAsync("Ward 3 – Nurse")).ReadAsync();

        Assert.Equal(("2026-11-23T09:00:00Z", "A1", "2026-11-23T14:00:00Z"), (now.Text("at"), now.Text("responders.0.person.employeeNo"), now.Text("next.at")));
    }

    [Fact]
    public async Task An_uncovered_role_names_the_desk()
    {
        await using var host = await StaffedAsync();

        var answer = await (await host.ResolveAsync("Ward 3 – Nurse", "2026-11-23T23:00:00Z")).ReadAsync();

        Assert.False(answer.At("covered").GetBoolean());
        Assert.Equal(0, answer.At("responders").GetArrayLength());
        Assert.Equal("desk", answer.Text("fallback.role.code"));
    }

    [Fact]
    public async Task Bad_questions_are_answered_clearly()
    {
        await using var host = await StaffedAsync();

        var unknown = await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-role", await host.ResolveAsync("Ward 3 – Nrse"));
        Assert.Equal("Ward 3 – Nurse", unknown.Text("nearest.0.name"));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-role", await host.ResolveAsync("no \ufffe sign"));
        await ProblemAssert.NamesAsync(await host.ResolveAsync("Ward 3 – Nurse", "2026-11-23T07:00"), "at");
        await ProblemAssert.NamesAsync(await host.Admin.GetPathAsync("/api/v1/roles/resolve"), "role");
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous.GetPathAsync("/api/v1/roles/resolve?role=x")).StatusCode);
    }

    [Fact]
    public async Task A_cover_is_made_answers_and_is_taken_back()
    {
        await using var host = await StaffedAsync();
        const string Cover = """{"role":"Ward 3 – Nurse","person":"B2","from":"2026-11-23T09:00:00Z","to":"2026-11-23T10:00:00Z","instead":"A1","reason":"ill"}""";

        var made = await host.Admin.PostAsync("/api/v1/covers", Cover);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("covers for A1", (await (await host.ResolveAsync("Ward 3 – Nurse")).ReadAsync()).Text("responders.0.because"));

        var id = (await made.ReadAsync()).Text("id");
        Assert.Equal(HttpStatusCode.NoContent, (await host.Admin.DeleteAsync(new Uri($"/api/v1/covers/{id}", UriKind.Relative))).StatusCode);
        Assert.Equal("A1", (await (await host.ResolveAsync("Ward 3 – Nurse")).ReadAsync()).Text("responders.0.person.employeeNo"));
        await ProblemAssert.NamesAsync(await host.Admin.PostAsync("/api/v1/covers", Cover.Replace("B2", "X9", StringComparison.Ordinal)), "person");
        await ProblemAssert.NamesAsync(await host.Admin.PostAsync("/api/v1/covers", "{}"), "role", "person", "reason", "from", "to");
    }

    [Fact]
    public async Task Somebody_who_is_no_longer_active_is_off_at_once()
    {
        await using var host = await StaffedAsync();
        Assert.True((await (await host.ResolveAsync("Ward 3 – Nurse")).ReadAsync()).At("covered").GetBoolean());

        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"A1","active":false,"contactMethods":[]}""");

        Assert.False((await (await host.ResolveAsync("Ward 3 – Nurse")).ReadAsync()).At("covered").GetBoolean());
    }

    [Fact]
    public async Task Rosters_and_gaps_are_read()
    {
        await using var host = await StaffedAsync();

        var roster = await (await host.Admin.GetPathAsync("/api/v1/rosters?role=ward-3/nurse&from=2026-11-23&to=2026-11-24")).ReadAsync();
        Assert.Equal(["A1", "B2"], roster.At("items").EnumerateArray().Select(i => i.Text("person.employeeNo")));
        var gaps = await (await host.Admin.GetPathAsync("/api/v1/rosters/gaps?role=ward-3/nurse&from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z")).ReadAsync();
        Assert.Equal(["uncovered", "uncovered"], gaps.At("items").EnumerateArray().Select(i => i.Text("kind")));
        await ProblemAssert.NamesAsync(await host.Admin.GetPathAsync("/api/v1/rosters?from=soon"), "from");
    }

    private static async Task<ApiHost> StaffedAsync()
    {
        var host = await ApiHost.StartAsync();
        Assert.Equal(HttpStatusCode.Created, (await host.UploadAsync(Rows, "createMissing=true", "publish=true")).StatusCode);
        return host;
    }
}
