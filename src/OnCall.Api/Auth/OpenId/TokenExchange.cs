using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace OnCall.Api.Auth.OpenId;

/// <summary>What OnCall asks the provider itself: tokens for a code (RFC 6749, 4.1.3), and who somebody is (OpenID Connect Core, 5.3).</summary>
internal sealed class TokenExchange(ProviderClient client, IOptions<OpenIdSettings> settings)
{
    // Read once: a new secret wants a start.
    private readonly Lazy<string?> _secret = new(() => ClientSecret.Read(settings.Value));

    /// <exception cref="OpenIdFailure">The provider does not answer, or does not take the code.</exception>
    public async Task<JsonDocument> TokensAsync(OpenIdConnectConfiguration known, string code, string redirectUri, string? verifier, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirectUri, ["code_verifier"] = verifier ?? "", ["client_id"] = settings.Value.ClientId!,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, known.TokenEndpoint);
        if (_secret.Value is { } secret && TakesBasic(known))
        {
            // Each part is encoded before they are joined (RFC 6749, 2.3.1).
            var pair = Uri.EscapeDataString(settings.Value.ClientId!) + ":" + Uri.EscapeDataString(secret);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        else if (_secret.Value is { } sent)
        {
            fields["client_secret"] = sent;
        }

        request.Content = new FormUrlEncodedContent(fields);
        return await SendAsync(request, OpenIdTrouble.Lost, cancellationToken);
    }

    /// <exception cref="OpenIdFailure">The provider does not answer, or does not take the token.</exception>
    public async Task<JsonDocument> UserAsync(OpenIdConnectConfiguration known, string accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, known.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return await SendAsync(request, OpenIdTrouble.Untrusted, cancellationToken);
    }

    // The default where a provider does not say (Discovery 1.0, 3).
    private static bool TakesBasic(OpenIdConnectConfiguration known) =>
        known.TokenEndpointAuthMethodsSupported.Count == 0 || known.TokenEndpointAuthMethodsSupported.Contains("client_secret_basic");

    private async Task<JsonDocument> SendAsync(HttpRequestMessage request, OpenIdTrouble refused, CancellationToken cancellationToken)
    {
        request.Headers.Accept.ParseAdd("application/json");
        try
        {
            using var answer = await client.Http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            if ((int)answer.StatusCode >= 500)
            {
                throw new OpenIdFailure(OpenIdTrouble.Away, $"The provider answers {(int)answer.StatusCode}.");
            }

            return answer.IsSuccessStatusCode
                ? JsonDocument.Parse(text)
                : throw new OpenIdFailure(Error(text) is null or "invalid_grant" ? refused : OpenIdTrouble.Untrusted, $"The provider answers {(int)answer.StatusCode} {Error(text)}.");
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new OpenIdFailure(OpenIdTrouble.Away, "The provider does not answer: " + error.Message);
        }
    }

    // RFC 6749, 5.2: one of a few words.
    private static string? Error(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String
                && error.GetString() is { Length: < 64 } word && word.All(c => char.IsAsciiLetterLower(c) || c == '_')
                    ? word
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
