namespace OnCall.Api.Auth.Passkeys;

/// <summary>What the server asked an authenticator for, as the framework wrote it.</summary>
internal sealed record PasskeyState(string? Text);
