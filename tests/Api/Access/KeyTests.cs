using System.Net;
using NodaTime;
using OnCall.Api.Tests.Audit;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

public sealed class KeyTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("GET", "/api/v1/roles")]
    [InlineData("GET", "/api/v1/nothing-here")]
    [InlineData("PUT", "/api/v1/people/N001")]
    [InlineData("POST", "/api/v1/pages")]
    [InlineData("GET", "/metrics-or-whatever")]
    public async Task Without_a_key_or_with_a_wrong_one_nothing_is_open(string method, string path)
    {
        var host = api.Host;
        using var stranger = host.With("oc_" + new string('A', 43));
        foreach (var client in new[] { host.Anonymous, stranger })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            var answer = await client.SendAsync(request);
            await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "unauthenticated", answer);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        }
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/sign-in")]
    public async Task Health_the_description_and_the_sign_in_form_need_none(string path)
    {
        var host = api.Host;
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous.GetPathAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_revoked_key_is_worth_nothing_at_once()
    {
        await using var host = await ApiHost.StartAsync();
        var key = await NewKeyAsync(host, """{"integration":"lab"}""");
        using var lab = host.With(key.Secret);
        Assert.Equal(HttpStatusCode.OK, (await lab.GetPathAsync("/api/v1/roles")).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await host.Admin.DeleteAsync(new Uri("/api/v1/keys/" + key.Id, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await lab.GetPathAsync("/api/v1/roles")).StatusCode);
    }

    [Fact]
    public async Task A_key_ends_at_its_hour()
    {
        await using var host = await ApiHost.StartAsync();
        var end = host.Clock.Now + Duration.FromHours(1);
        var key = await NewKeyAsync(host, $$"""{"integration":"lab","expires":"{{end}}"}""");
        using var lab = host.With(key.Secret);
        host.Clock.Now = end - Duration.FromMilliseconds(1);
        Assert.Equal(HttpStatusCode.OK, (await lab.GetPathAsync("/api/v1/roles")).StatusCode);
        host.Clock.Now = end;
        Assert.Equal(HttpStatusCode.Unauthorized, (await lab.GetPathAsync("/api/v1/roles")).StatusCode);
    }

    [Fact]
    public async Task An_inactive_persons_key_is_worth_nothing_at_once()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann"}""");
        using var ann = host.With((await NewKeyAsync(host, """{"person":"N001"}""")).Secret);
        Assert.Equal(HttpStatusCode.OK, (await ann.GetPathAsync("/api/v1/people/N001")).StatusCode);
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann","active":false}""");
        Assert.Equal(HttpStatusCode.Unauthorized, (await ann.GetPathAsync("/api/v1/people/N001")).StatusCode);
    }

    [Fact]
    public async Task When_a_key_ends_stands_in_the_audit_trail()
    {
        await using var host = await ApiHost.StartAsync();
        await NewKeyAsync(host, """{"integration":"lab","expires":"2027-01-02T03:04:05Z"}""");

        var made = Assert.Single(await host.EntriesAsync("key.create"), e => e.Detail.Contains("lab", StringComparison.Ordinal));
        Assert.Contains("\"expires\":\"2027-01-02T03:04:05Z\"", made.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_of_a_key_is_kept_nowhere()
    {
        await using var host = await ApiHost.StartAsync();
        var key = await NewKeyAsync(host, """{"integration":"lab"}""");
        Assert.StartsWith("oc_", key.Secret, StringComparison.Ordinal);
        foreach (var file in System.IO.Directory.EnumerateFiles(host.DataDirectory, "*", SearchOption.AllDirectories))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(key.Secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{}", "person")]
    [InlineData("""{"person":"N001","integration":"lab"}""", "person")]
    [InlineData("""{"person":"nobody"}""", "person")]
    [InlineData("""{"integration":"two words"}""", "integration")]
    [InlineData("""{"person":"admin","permissions":[{"permission":"admin"}]}""", "permissions")]
    [InlineData("""{"integration":"lab","expires":"2020-01-01T00:00:00Z"}""", "expires")]
    [InlineData("""{"integration":"lab","expires":"tomorrow"}""", "expires")]
    [InlineData("""{"integration":"lab","permissions":[{"permission":"god"}]}""", "permissions[0].permission")]
    public async Task A_key_that_cannot_be_made_says_why(string body, string field)
    {
        var host = api.Host;
        await ProblemAssert.NamesAsync(await host.Admin.PostAsync("/api/v1/keys", body), field);
    }

    [Fact]
    public async Task A_systems_key_takes_fifty_permissions_over_units_and_no_more()
    {
        await using var host = await ApiHost.StartAsync();
        var units = Enumerable.Range(1, 51).Select(n => "ward-" + n).ToArray();
        foreach (var unit in units)
        {
            Assert.Equal(HttpStatusCode.Created, (await host.Admin.PutAsync("/api/v1/org-units/" + unit, "{\"name\":\"Ward\"}")).StatusCode);
        }

        await NewKeyAsync(host, Body(units[..50]));
        await ProblemAssert.NamesAsync(await host.Admin.PostAsync("/api/v1/keys", Body(units)), "permissions");

        static string Body(IEnumerable<string> units) =>
            $$"""{"integration":"lab","permissions":[{{string.Join(',', units.Select(u => $$"""{"permission":"dispatcher","orgUnit":"{{u}}"}"""))}}]}""";
    }

    private static async Task<(string Id, string Secret)> NewKeyAsync(ApiHost host, string body)
    {
        var answer = await host.Admin.PostAsync("/api/v1/keys", body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var key = await answer.ReadAsync();
        return (key.Text("id")!, key.Text("key")!);
    }
}
