namespace OnCall.Api.Auth.Passkeys;

/// <summary>What the server asked an authenticator for, as the framework wrote it.</summary>
/// <param name="At">When, in milliseconds since 1970 (UTC).</param>
internal sealed record PasskeyState(string? Text, long At);
