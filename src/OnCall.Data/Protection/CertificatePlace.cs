namespace OnCall.Data.Protection;

/// <summary>Where a certificate with its private key lies.</summary>
/// <param name="File">PKCS#12 (<c>.pfx</c>, <c>.p12</c>).</param>
/// <param name="PasswordFile">A file that holds its password and nothing else; null where it has none.</param>
public sealed record CertificatePlace(string File, string? PasswordFile);
