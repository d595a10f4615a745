using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using OnCall.Channels.Twilio;

namespace OnCall.Channels.Tests.Twilio;

public sealed class TwilioSignatureTests
{
    private const string Token = "12345";
    private const string Url = "https://oncall.example.org/webhooks/twilio/sms";

    private static readonly Dictionary<string, StringValues> Form = new()
    {
        ["From"] = "+15550100", ["To"] = "+15550000", ["Body"] = "#A1B2 Y ＆ はい", ["MessageSid"] = "SM1",
    };

    [Fact]
    public void The_vendors_published_example_has_the_published_signature()
    {
        // From the vendor's guide to webhook security.
        var signature = TwilioSignature.Compute("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", new Dictionary<string, StringValues>
        {
            ["CallSid"] = "CA1234567890ABCDE", ["Caller"] = "+14158675309", ["Digits"] = "1234", ["From"] = "+14158675309", ["To"] = "+18005551212",
        });

        Assert.Equal("RSOYDt4T1cUTdK1PDd93/VVr8B8=", signature);
    }

    [Fact]
    public void A_post_that_was_signed_with_our_token_is_let_in() =>
        Assert.True(TwilioSignature.Matches(Token, TwilioSignature.Compute(Token, Url, Form), Url, Form));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("forged")]
    [InlineData("0/KCTR6DLpKmkAf8muzZqo1nDgQ=")]
    public void An_unsigned_or_forged_post_is_not(string? header) => Assert.False(TwilioSignature.Matches(Token, header, Url, Form));

    [Fact]
    public void One_changed_letter_breaks_the_signature()
    {
        var signature = TwilioSignature.Compute(Token, Url, Form);
        var forged = new Dictionary<string, StringValues>(Form) { ["Body"] = "#A1B2 N ＆ はい" };

        Assert.False(TwilioSignature.Matches(Token, signature, Url, forged));
        Assert.False(TwilioSignature.Matches(Token, signature, Url + "?x=1", Form));
        Assert.False(TwilioSignature.Matches("another", signature, Url, Form));
        Assert.False(TwilioSignature.Matches("", TwilioSignature.Compute("", Url, Form), Url, Form));
    }

    [Fact]
    public void The_default_port_may_be_written_or_left_out()
    {
        var withPort = "https://oncall.example.org:443/webhooks/twilio/sms";

        Assert.True(TwilioSignature.Matches(Token, TwilioSignature.Compute(Token, withPort, Form), Url, Form));
        Assert.True(TwilioSignature.Matches(Token, TwilioSignature.Compute(Token, Url, Form), withPort, Form));
    }

    [Fact]
    public void A_json_post_is_let_in_by_the_hash_of_its_body()
    {
        var body = Encoding.UTF8.GetBytes("""{"a":1}""");
        var url = Url + "?bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData(body));
        var signature = TwilioSignature.Compute(Token, url, []);

        Assert.True(TwilioSignature.MatchesBody(Token, signature, url, body));
        Assert.False(TwilioSignature.MatchesBody(Token, signature, url, Encoding.UTF8.GetBytes("""{"a":2}""")));
        Assert.False(TwilioSignature.MatchesBody(Token, TwilioSignature.Compute(Token, Url, []), Url, body));
    }
}
