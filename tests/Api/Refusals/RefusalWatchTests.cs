using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OnCall.Api.Tests.Access;
using OnCall.Api.Tests.Metrics;
using OnCall.Api.Tests.Rosters;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Refusals;

/// <summary>Whoever is turned away, wherever it is, leaves a line in the log and a count, and no secret.</summary>
[Collection(AloneCollection.Name)]
public sealed class RefusalWatchTests : IDisposable
{
    private readonly LogLines _log = new();

    [Fact]
    public async Task A_key_that_is_not_in_force_is_told_without_the_key()
    {
        await using var host = await HostAsync();
        using var wrong = host.With("oncall_this-is-no-key-of-anybody");
        await wrong.GetPathAsync("/api/v1/roles?why=the-query-either");
        var line = Line("WrongKey");
        Assert.Contains("GET /api/v1/roles by anonymous from 127.0.0.1 at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("this-is-no-key", _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the-query-either", line, StringComparison.Ordinal);

        await host.Anonymous.GetPathAsync("/api/v1/roles");
        Line("NoKey");
        var metrics = await MetricsText.ScrapeAsync(host);
        Assert.Equal(1, metrics["oncall_refusals_total{why=\"wrong-key\"}"]);
        Assert.Equal(1, metrics["oncall_refusals_total{why=\"no-key\"}"]);
        Assert.Equal(0, metrics["oncall_refusals_total{why=\"forged-request\"}"]);
    }

    [Fact]
    public async Task Who_may_not_is_told_by_the_person_or_the_id_of_the_key()
    {
        await using var host = await HostAsync();
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann","permissions":[{"permission":"staff"}]}""");
        var made = await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N001"}""")).ReadAsync();
        using var staff = host.With(made.Text("key")!);
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await staff.GetPathAsync("/api/v1/audit"));
        Assert.Contains($"GET /api/v1/audit by key:{made.Text("id")} from", Line("Forbidden"), StringComparison.Ordinal);

        await People.MakeAsync(host, "N002");
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N002", People.Password);
        await browser.GetAsync("/api/v1/audit");
        Assert.Contains("by person:N002 from", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_in_an_address_is_told_by_the_template_of_its_path()
    {
        await using var host = await HostAsync();
        await host.Anonymous.GetPathAsync("/feeds/somebody-guessed-this-token.ics");
        Assert.Contains("GET /feeds/{token}.ics by anonymous", Line("WrongToken"), StringComparison.Ordinal);
        Assert.DoesNotContain("somebody-guessed", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_are_sign_ins_webhooks_without_a_signature_and_posts_that_no_screen_sent()
    {
        await using var host = await HostAsync();
        await People.MakeAsync(host, "N001");
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N404", "a password in the wrong field");
        Assert.Contains("POST /sign-in by anonymous", Line("SignIn"), StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("Body", "YES")]);
        await host.Anonymous.PostAsync(new Uri("/webhooks/twilio/sms", UriKind.Relative), form);
        Assert.Contains("POST /webhooks/twilio/sms by anonymous", Line("UnsignedWebhook"), StringComparison.Ordinal);

        await browser.PasswordAsync("N001", People.Password);
        await browser.PostAsync("/account/everywhere", "no token of ours");
        Assert.Contains("by person:N001", Line("ForgedRequest"), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong field", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_who_asks_too_much_once()
    {
        await using var host = await HostAsync(new Dictionary<string, string?> { ["OnCall:Limits:PerAddress"] = "1" });
        for (var i = 0; i < 3; i++)
        {
            await host.Anonymous.GetPathAsync("/api/v1/roles");
        }

        Line("TooManyRequests");
    }

    [Fact]
    public async Task What_goes_well_is_no_refusal()
    {
        await using var host = await HostAsync();
        await host.Admin.GetPathAsync("/api/v1/roles");
        await host.Admin.GetPathAsync("/api/v1/roles/none");
        await host.Anonymous.GetPathAsync("/sign-in");
        Assert.DoesNotContain("Refused (", _log.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _log.Dispose();

    private Task<ApiHost> HostAsync(Dictionary<string, string?>? settings = null) =>
        ApiHost.StartAsync(settings: settings, services: s => s.AddSingleton<ILoggerProvider>(_log));

    private string Line(string why) => Assert.Single(_log.Text.Split('\n'), l => l.StartsWith($"Refused ({why}): ", StringComparison.Ordinal));
}
