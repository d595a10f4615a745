using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Accounts;

/// <summary>A passkey of a person (WebAuthn).</summary>
/// <param name="CredentialId">As the authenticator made it, 1 to 1023 bytes (WebAuthn level 3, 4).</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="Data">Public key, counter and flags, as the framework keeps them, in JSON. Holds no secret.</param>
public sealed record Passkey(byte[] CredentialId, PersonId Person, string Name, string Data, Instant CreatedAt, Instant? UsedAt);
