using NodaTime;

namespace OnCall.Application.Exports;

/// <summary>What exports are signed with.</summary>
/// <param name="Id">SHA-256 of the public half, in lower-case hex.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in base64.</param>
/// <param name="PrivateKey">As <see cref="IKeyGuard"/> protects it.</param>
public sealed record SigningKey(string Id, string PublicKey, string PrivateKey, Instant CreatedAt);
