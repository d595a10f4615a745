using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.OpenId;

public sealed class BearerTokenTests
{
    [Fact]
    public async Task An_access_token_that_the_provider_gave_opens_the_api_as_that_person_until_it_ends()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var client = host.With(await Portal.TokenAsync(provider, "ann", House.Audience));
        Assert.Equal(HttpStatusCode.OK, (await client.GetPathAsync("/api/v1/people/N001")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPathAsync("/api/v1/people/2")).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await client.PutAsync("/api/v1/people/2", """{"name":"Bobby"}"""));

        host.Clock.Advance(Duration.FromMinutes(5 + 3));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetPathAsync("/api/v1/people/N001")).StatusCode);
    }

    [Fact]
    public async Task What_the_person_may_counts_at_once_and_who_leaves_is_out()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var client = host.With(new Tokens(provider).For("N001"));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPathAsync("/api/v1/people/2")).StatusCode);
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann","permissions":[{"permission":"dispatcher"}]}""");
        Assert.Equal(HttpStatusCode.OK, (await client.GetPathAsync("/api/v1/people/2")).StatusCode);
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann","active":false}""");
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetPathAsync("/api/v1/people/2")).StatusCode);
    }

    [Fact]
    public async Task A_token_for_somebody_else_of_another_issuer_or_of_no_time_opens_nothing()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        var good = new Tokens(provider);
        Assert.Equal(HttpStatusCode.OK, await host.OpensAsync(good.For("N001")));
        Assert.Equal(HttpStatusCode.OK, await host.OpensAsync((good with { Type = "JWT" }).For("N001")));
        (string Why, string Token)[] wrong =
        [
            ("another audience", (good with { Audience = "https://elsewhere.example/api" }).For("N001")),
            ("an id token", (good with { Audience = "oncall", Type = "JWT" }).For("N001")),
            ("another issuer", (good with { Issuer = "https://elsewhere.example" }).For("N001")),
            ("over", (good with { From = Duration.FromMinutes(-10) }).For("N001")),
            ("not yet", (good with { From = Duration.FromMinutes(10) }).For("N001")),
            ("no person", (good with { Claim = "number" }).For("N001")),
            ("nobody here", good.For("N404")),
            ("another kind", (good with { Type = "logout+jwt" }).For("N001")),
            ("a system of the provider", await Portal.SystemTokenAsync(provider, House.Audience)),
        ];
        foreach (var (why, token) in wrong)
        {
            Assert.True(await host.OpensAsync(token) == HttpStatusCode.Unauthorized, why);
        }
    }

    [Fact]
    public async Task Of_whom_the_house_asks_for_a_second_factor_the_token_must_show_one()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann","permissions":[{"permission":"dispatcher"}]}""");
        var token = new Tokens(provider);
        Assert.Equal(HttpStatusCode.OK, await host.OpensAsync(token.For("N001")));

        (await host.Admin.PutAsync("/api/v1/second-factor-rules", """{"permissions":["dispatcher"]}""")).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.Unauthorized, await host.OpensAsync(token.For("N001")));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.OpensAsync((token with { Methods = ["pwd"] }).For("N001")));
        Assert.Equal(HttpStatusCode.OK, await host.OpensAsync((token with { Methods = ["pwd", "mfa"] }).For("N001")));
    }

    [Fact]
    public async Task A_token_that_the_provider_did_not_sign_opens_nothing()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        var good = new Tokens(provider);
        Assert.Equal(HttpStatusCode.OK, await host.OpensAsync(good.For("N001")));
        using var rsa = RSA.Create(2048);
        (string Why, string Token)[] wrong =
        [
            ("not signed", (good with { Signing = null }).For("N001")),
            ("not signed, with another's signature", (good with { Signing = null }).For("N001").TrimEnd('.') + "." + good.For("N001").Split('.')[2]),
            ("another key of the same name", (good with { Signing = new(new RsaSecurityKey(rsa) { KeyId = provider.Key.KeyId }, SecurityAlgorithms.RsaSha256) }).For("N001")),
            ("HMAC by the public key", ByPublicKey(provider, good)),
            ("changed", Changed(good.For("N001"))),
            ("in pieces", good.For("N001")[..^20] + "." + "x"),
            ("long", good.For(new string('9', 20_000))),
            ("no JSON", "eyJx.eyJx.eyJx"),
        ];
        foreach (var (why, token) in wrong)
        {
            Assert.True(await host.OpensAsync(token) == HttpStatusCode.Unauthorized, why);
        }
    }

    [Fact]
    public async Task Without_an_audience_no_token_opens_anything()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer, ("OpenId:Audience", ""));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.OpensAsync(new Tokens(provider).For("N001")));
    }

    // RFC 8725, 2.1: the public key, which everybody has, taken for a secret.
    private static string ByPublicKey(Provider provider, Tokens good)
    {
        var secret = Encoding.ASCII.GetBytes(provider.Key.Rsa.ExportSubjectPublicKeyInfoPem());
        return (good with { Signing = new(new SymmetricSecurityKey(secret) { KeyId = provider.Key.KeyId }, SecurityAlgorithms.HmacSha256) }).For("N001");
    }

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        parts[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("N001", "admin", StringComparison.Ordinal));
        return string.Join('.', parts);
    }
}
