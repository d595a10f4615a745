namespace OnCall.Domain.Exports;

/// <summary>What the end of a signed file says.</summary>
/// <param name="KeyId">SHA-256 of the public key (SubjectPublicKeyInfo, DER), in lower-case hex.</param>
/// <param name="Signature">r and s, 32 bytes each.</param>
/// <param name="ContentLength">So many bytes of the file stand before its seal.</param>
public sealed record ExportSeal(ExportForm Form, string KeyId, byte[] Signature, int ContentLength);
