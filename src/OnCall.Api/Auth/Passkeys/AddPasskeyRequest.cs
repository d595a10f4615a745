using System.Text.Json.Serialization;

namespace OnCall.Api.Auth.Passkeys;

/// <summary>A passkey that a browser made.</summary>
/// <param name="Credential">What <c>navigator.credentials.create</c> answered, as JSON text (<c>PublicKeyCredential.toJSON</c>).</param>
/// <param name="Name">What the person calls it; at most 100 characters count.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AddPasskeyRequest(string? Credential, string? Name = null);
