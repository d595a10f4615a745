using System.Text.Json.Serialization;

namespace OnCall.Api.Auth.Passkeys;

/// <summary>A passkey's answer at sign-in.</summary>
/// <param name="Credential">What <c>navigator.credentials.get</c> answered, as JSON text.</param>
/// <param name="Own">Whether nobody else uses this computer.</param>
/// <param name="To">Where they wanted to go.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PasskeySignInRequest(string? Credential, bool Own = false, string? To = null);
