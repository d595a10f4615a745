using System.Security.Cryptography;
using OnCall.Domain.Exports;

namespace OnCall.Application.Exports;

/// <summary>Checks an exported file against the keys that it may have been signed with. Writes nothing.</summary>
public sealed class VerifyExport(ISigningKeys keys)
{
    /// <summary>By the keys of this installation.</summary>
    public async Task<ExportVerdict> RunAsync(byte[] file, CancellationToken cancellationToken) =>
        Check(file, await keys.PublicAsync(cancellationToken));

    /// <summary>By keys that somebody has kept.</summary>
    /// <param name="publicKeys">SubjectPublicKeyInfo, DER.</param>
    public static ExportVerdict Check(byte[] file, IEnumerable<byte[]> publicKeys)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(publicKeys);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        if (SignedFile.Find(file) is not { } seal)
        {
            return new ExportVerdict(false, "It has no seal, or one that was changed.", null, hash);
        }

        foreach (var known in publicKeys)
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(known, out _);
            if (SignedFile.IdOf(key) == seal.KeyId)
            {
                return SignedFile.IsGenuine(file, seal, key)
                    ? new ExportVerdict(true, "Every byte is as it was signed.", seal.KeyId, hash)
                    : new ExportVerdict(false, "It is not what was signed: something of it was changed.", seal.KeyId, hash);
            }
        }

        return new ExportVerdict(false, "It names a key that is not known here.", seal.KeyId, hash);
    }
}
