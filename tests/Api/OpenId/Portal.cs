using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.OpenId;

/// <summary>Other clients of the provider, which ask OnCall's API with tokens of it.</summary>
internal static class Portal
{
    private const string Back = "https://portal.hospital.example/back";

    /// <summary>What the provider gives a portal for somebody who signs in there.</summary>
    public static async Task<string> TokenAsync(Provider provider, string login, string resource)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        var start = QueryHelpers.AddQueryString(provider.Issuer + "/auth", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = "portal", ["response_type"] = "code", ["scope"] = "openid api", ["redirect_uri"] = Back, ["resource"] = resource,
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))), ["code_challenge_method"] = "S256",
        });
        var back = await new Walk(client).ToAsync(new Uri(start), login, a => a.Host == "portal.hospital.example");
        return await AskAsync(client, provider, new(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code", ["client_id"] = "portal", ["code"] = QueryHelpers.ParseQuery(back.Query)["code"]!, ["redirect_uri"] = Back,
            ["code_verifier"] = verifier, ["resource"] = resource,
        });
    }

    /// <summary>What it gives a system that asks for itself.</summary>
    public static async Task<string> SystemTokenAsync(Provider provider, string resource)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("lab:the-secret-of-the-lab"u8));
        return await AskAsync(client, provider, new(StringComparer.Ordinal) { ["grant_type"] = "client_credentials", ["resource"] = resource, ["scope"] = "api" });
    }

    private static async Task<string> AskAsync(HttpClient client, Provider provider, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        var answer = await (await client.PostAsync(new Uri(provider.Issuer + "/token"), form)).ReadAsync();
        return answer.TryGetProperty("access_token", out var token) ? token.GetString()! : throw new InvalidOperationException(answer.GetRawText());
    }
}
