using System.Net;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Webhooks;

public sealed class TwilioAccountTests
{
    private const string AuthToken = "token";
    private const string PublicUrl = "https://oncall.example.org";
    private const string Sms = "/webhooks/twilio/sms";
    private const string Status = "/webhooks/twilio/status";

    private static readonly Dictionary<string, string?> Twilio = new(StringComparer.Ordinal)
    {
        ["OnCall:PublicUrl"] = PublicUrl,
        ["OnCall:Channels:Twilio:AccountSid"] = TwilioWebhook.AccountSid,
        ["OnCall:Channels:Twilio:AuthToken"] = AuthToken,
        ["OnCall:Channels:Twilio:From"] = "+15550000",
    };

    [Fact]
    public async Task What_the_configured_account_signs_is_taken()
    {
        await using var host = await ApiHost.StartAsync(settings: Twilio);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, Sms, TwilioWebhook.Sms("+15550100", "Y"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(host, Status, TwilioWebhook.Status("SM1", "delivered"))).StatusCode);
    }

    [Theory]
    [InlineData(Sms, "ACother")]
    [InlineData(Sms, "actest")]
    [InlineData(Sms, "")]
    [InlineData(Sms, null)]
    [InlineData(Status, "ACother")]
    [InlineData(Status, null)]
    public async Task What_is_about_another_account_is_refused_however_well_it_is_signed(string path, string? account)
    {
        await using var host = await ApiHost.StartAsync(settings: Twilio);
        var fields = new Dictionary<string, string>(path == Sms ? TwilioWebhook.Sms("+15550100", "Y") : TwilioWebhook.Status("SM1", "delivered"));
        fields.Remove("AccountSid");
        if (account is not null)
        {
            fields["AccountSid"] = account;
        }

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "other-account", await PostAsync(host, path, fields));
        Assert.DoesNotContain(TwilioWebhook.AccountSid, problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_sign_learns_nothing_about_the_account()
    {
        await using var host = await ApiHost.StartAsync(settings: Twilio);
        using var forged = TwilioWebhook.Post("guess", PublicUrl + Sms, Sms, TwilioWebhook.Sms("+15550100", "Y", accountSid: "ACother"));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "unsigned-webhook", await host.Anonymous.SendAsync(forged, TestContext.Current.CancellationToken));
    }

    private static async Task<HttpResponseMessage> PostAsync(ApiHost host, string path, IReadOnlyDictionary<string, string> fields)
    {
        using var request = TwilioWebhook.Post(AuthToken, PublicUrl + path, path, fields);
        return await host.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
