using NodaTime;

namespace OnCall.Application.Exports;

/// <summary>The public half of a key that exports are signed with.</summary>
/// <param name="Id">SHA-256 of the public key (SubjectPublicKeyInfo, DER), in lower-case hex: as the seal of a file names it.</param>
/// <param name="Pem">The public key, to be kept where the administrators of OnCall cannot change it.</param>
public sealed record SigningKeyView(string Id, Instant CreatedAt, string Pem);
