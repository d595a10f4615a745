using System.Net;
using System.Text;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.BadInput;

public sealed class UnreadableFormTests
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly Dictionary<string, string?> Twilio = new(StringComparer.Ordinal)
    {
        ["OnCall:PublicUrl"] = "https://oncall.example.org",
        ["OnCall:Channels:Twilio:AccountSid"] = "ACtest",
        ["OnCall:Channels:Twilio:AuthToken"] = "token",
        ["OnCall:Channels:Twilio:From"] = "+15550000",
    };

    public static TheoryData<string, string> Unreadable => new()
    {
        { Form, "From=%2B15550100&Body=a%00b" },
        { Form, string.Join('&', Enumerable.Range(0, 300).Select(i => $"k{i}=v")) },
        { Form, new string('k', 3000) + "=v" },
        { "multipart/form-data", "--x" },
        { "multipart/form-data; boundary=x", "--x\r\nfoo" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"; filename*" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name*; filename*\r\n\r\nfoo\r\n--x--" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_webhook_that_cannot_be_read_is_not_signed(string type, string body)
    {
        await using var host = await ApiHost.StartAsync(settings: Twilio);
        foreach (var path in new[] { "/webhooks/twilio/sms", "/webhooks/twilio/status", "/webhooks/twilio/voice" })
        {
            await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "unsigned-webhook", await SendAsync(host.Anonymous, HttpMethod.Post, path, type, body));
        }
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task An_upload_or_a_sign_in_that_cannot_be_read_is_refused_in_words(string type, string body)
    {
        await using var host = await ApiHost.StartAsync();
        foreach (var (client, path) in new[] { (host.Admin, "/api/v1/rosters/uploads"), (host.Anonymous, "/sign-in"), (host.Anonymous, "/sign-out") })
        {
            var answer = await SendAsync(client, HttpMethod.Post, path, type, body);
            Assert.InRange((int)answer.StatusCode, 400, 422);
        }
    }

    [Theory]
    [InlineData("PUT", "/api/v1/org-units/ward", "application/json; charset=nonsense")]
    [InlineData("POST", "/webhooks/twilio/sms", Form + "; charset=utf-7")]
    [InlineData("POST", "/webhooks/twilio/status", Form + "; charset=nonsense")]
    public async Task A_charset_that_nobody_reads_is_refused(string method, string path, string type)
    {
        await using var host = await ApiHost.StartAsync(settings: Twilio);
        await ProblemAssert.IsAsync(
            HttpStatusCode.UnsupportedMediaType, "unsupported-media-type", await SendAsync(host.Admin, new HttpMethod(method), path, type, "{}"));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(method, path) { Content = content };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
