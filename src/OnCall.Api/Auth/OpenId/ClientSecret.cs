namespace OnCall.Api.Auth.OpenId;

/// <summary>By what OnCall proves itself to the provider.</summary>
internal static class ClientSecret
{
    /// <summary>Null for a public client, and when the file cannot be read or holds none.</summary>
    internal static string? Read(OpenIdSettings settings)
    {
        if (string.IsNullOrEmpty(settings.ClientSecretFile))
        {
            return string.IsNullOrEmpty(settings.ClientSecret) ? null : settings.ClientSecret;
        }

        try
        {
            return File.ReadLines(settings.ClientSecretFile).FirstOrDefault() is { Length: > 0 } line ? line : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
