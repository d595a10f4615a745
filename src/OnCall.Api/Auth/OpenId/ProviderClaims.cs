using System.Text.Json;

namespace OnCall.Api.Auth.OpenId;

/// <summary>Claims as the provider writes them: in a token, or in its answer about a user.</summary>
internal static class ProviderClaims
{
    private const int LongestNumber = 64;

    /// <summary>A text or a whole number; null for anything else.</summary>
    internal static string? Text(JsonElement claims, string name) =>
        claims.ValueKind != JsonValueKind.Object || !claims.TryGetProperty(name, out var value)
            ? null
            : value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number when value.TryGetInt64(out _) => value.GetRawText(),
                _ => null,
            };

    /// <summary>An employee number; null when there is none that could be one.</summary>
    internal static string? EmployeeNo(JsonElement claims, string name) =>
        Text(claims, name)?.Trim() is { Length: > 0 and <= LongestNumber } number ? number : null;

    /// <summary>A list of texts, or one; null when the claim is not there.</summary>
    internal static IReadOnlyList<string>? List(JsonElement claims, string name) =>
        claims.ValueKind != JsonValueKind.Object || !claims.TryGetProperty(name, out var value)
            ? null
            : value.ValueKind switch
            {
                JsonValueKind.String => [value.GetString()!],
                JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)],
                _ => [],
            };

    /// <summary>Whether the provider says that a second factor was shown (RFC 8176, RFC 9470), or lets nobody in without one.</summary>
    internal static bool ShowSecondFactor(JsonElement claims, OpenIdSettings settings) =>
        settings.ProvesSecondFactor
        || List(claims, "amr")?.Contains("mfa", StringComparer.Ordinal) == true
        || (!string.IsNullOrEmpty(settings.SecondFactorAcr) && Text(claims, "acr") == settings.SecondFactorAcr);

    /// <summary>Whether the provider keeps the claim elsewhere, because there is too much of it (OpenID Connect Core, 5.6.2).</summary>
    internal static bool IsElsewhere(JsonElement claims, string name) =>
        claims.ValueKind == JsonValueKind.Object && claims.TryGetProperty("_claim_names", out var names) && names.ValueKind == JsonValueKind.Object && names.TryGetProperty(name, out _);
}
