using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using OnCall.Channels.Tests.Support;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Sms;

/// <summary>The vendor's own SDK has the last word.</summary>
public sealed class TwilioOracleTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signatures_are_the_sdks_for_any_url_and_any_fields()
    {
        var random = new Random(20261025);
        var cases = Enumerable.Range(0, 500).Select(_ => SignedCase.Draw(random)).ToList();

        using var answers = await Oracle.AskAsync("twilio-signatures.mjs", cases.Select(c => c.ForSdk()), Test);

        foreach (var (signed, answer) in cases.Zip(answers.RootElement.EnumerateArray().ToList()))
        {
            var expected = answer.GetProperty("expected").GetString();
            Assert.Equal(expected, signed.Signature);
            Assert.True(answer.GetProperty("accepted").GetBoolean(), signed.Url);
            Assert.True(TwilioSignature.Matches(signed.Token, expected, signed.Url, signed.Fields), signed.Url);
        }
    }

    [Fact]
    public async Task What_was_tampered_with_is_refused_by_both()
    {
        var random = new Random(4);
        var cases = Enumerable.Range(0, 100).Select(_ => SignedCase.Draw(random)).Select(c => c with { Url = c.Url + "x" }).ToList();

        using var answers = await Oracle.AskAsync("twilio-signatures.mjs", cases.Select(c => c.ForSdk()), Test);

        Assert.All(answers.RootElement.EnumerateArray(), answer => Assert.False(answer.GetProperty("accepted").GetBoolean()));
        Assert.All(cases, c => Assert.False(TwilioSignature.Matches(c.Token, c.Signature, c.Url, c.Fields)));
    }

    [Fact]
    public async Task A_json_post_is_judged_as_the_sdk_does()
    {
        const string Body = """{"text":"はい"}""";
        var url = "https://oncall.example.org/webhooks/twilio/events?bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)));
        var signature = TwilioSignature.Compute("token", url, []);
        string[] bodies = [Body, Body + " "];

        using var answers = await Oracle.AskAsync(
            "twilio-signatures.mjs", bodies.Select(body => new { token = "token", url, @params = (object?)null, body, signature }), Test);

        Assert.Equal([true, false], answers.RootElement.EnumerateArray().Select(a => a.GetProperty("accepted").GetBoolean()));
        Assert.Equal([true, false], bodies.Select(body => TwilioSignature.MatchesBody("token", signature, url, Encoding.UTF8.GetBytes(body))));
    }

    [Theory]
    [InlineData(Settings.From, "from")]
    [InlineData("MG00000000000000000000000000000001", "messagingServiceSid")]
    public async Task A_message_is_the_request_that_the_sdk_sends(string from, string sdkName)
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl, from));
        var notification = Notifications.To(Notifications.Number);
        var message = new Dictionary<string, object>
        {
            ["to"] = Notifications.Number,
            [sdkName] = from,
            ["body"] = notification.Text.ToLine(),
            ["statusCallback"] = $"https://oncall.example.org/webhooks/twilio/status?notification={notification.Id}&attempt={notification.Attempt}",
            ["validityPeriod"] = 600,
            ["smartEncoded"] = true,
        };

        using var sdk = await Oracle.AskAsync(
            "twilio-send.mjs", new { baseUrl = twilio.BaseUrl, accountSid = Settings.AccountSid, authToken = Settings.AuthToken, message }, Test);
        var ours = await host.Channel(ContactMethodKind.Sms).SendAsync(notification, Test);

        Assert.Equal("queued", sdk.RootElement.GetProperty("status").GetString());
        Assert.Equal(StubTwilio.Sid(2), ours.ProviderId);
        var requests = twilio.Requests.All;
        Assert.Equal((requests[0].Method, requests[0].Path), (requests[1].Method, requests[1].Path));
        Assert.Equal(requests[0].Headers["Authorization"], requests[1].Headers["Authorization"]);
        Assert.Equal(requests[0].Headers["Content-Type"], requests[1].Headers["Content-Type"]);
        Assert.Equal(requests[0].Form.OrderBy(f => f.Key, StringComparer.Ordinal), requests[1].Form.OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    /// <summary>A post with names and values that test the signature's edges, signed by us.</summary>
    private sealed record SignedCase(string Token, string Url, IReadOnlyList<KeyValuePair<string, StringValues>> Fields, string Signature)
    {
        private static readonly string[] Urls =
        [
            "https://oncall.example.org/webhooks/twilio/sms", "https://oncall.example.org:443/webhooks/twilio/sms", "http://oncall.example.org/a",
            "http://oncall.example.org:80/a?b=c", "https://oncall.example.org:8443/a/b?x=1&y=%20z", "https://[2001:db8::1]/a", "https://[2001:db8::1]:443/a",
            "https://oncall.example.org?x=1",
        ];

        private static readonly string[] Letters = ["a", "Z", "_", "0", "é", "は", "💓", " ", "+", "&", "=", "#", "\n", "\"", "\\", "%20"];

        public static SignedCase Draw(Random random)
        {
            string Text(int most) => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => Letters[random.Next(Letters.Length)]));
            var fields = Enumerable.Range(0, random.Next(12)).Select(i => $"{Letters[random.Next(4)]}{Text(4)}{i}").Distinct(StringComparer.Ordinal)
                .Select(name => KeyValuePair.Create(name, random.Next(5) == 0 ? new StringValues([Text(8), Text(8), "same", "same"]) : new StringValues(Text(20))))
                .ToList();
            var (token, url) = ("t" + Text(10), Urls[random.Next(Urls.Length)]);
            return new SignedCase(token, url, fields, TwilioSignature.Compute(token, url, fields));
        }

        public object ForSdk() => new
        {
            token = Token,
            url = Url,
            @params = Fields.ToDictionary(f => f.Key, f => f.Value.Count == 1 ? (object)f.Value.ToString() : f.Value.ToArray()),
            body = (string?)null,
            signature = Signature,
        };
    }
}
