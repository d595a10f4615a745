using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OnCall.Data.Protection;

/// <summary>
/// Marks rows of the ring, so that one that somebody else put into the database is told from ours: HMAC-SHA-256 (RFC 2104) with a key derived from
/// the key file (HKDF, RFC 5869), or RSASSA-PSS with SHA-256 (RFC 8017) by the certificate.
/// </summary>
internal sealed class RowMark
{
    private readonly Func<byte[], byte[]> _make;
    private readonly Func<byte[], byte[], bool> _isOurs;

    private RowMark(string name, Func<byte[], byte[]> make, Func<byte[], byte[], bool> isOurs)
    {
        Name = name;
        _make = make;
        _isOurs = isOurs;
    }

    /// <summary>The name of the key file or certificate.</summary>
    public string Name { get; }

    public static RowMark Of(KeyFile file) => new(
        file.Name, file.Mark, (row, mark) => CryptographicOperations.FixedTimeEquals(file.Mark(row), mark));

    public static RowMark Of(X509Certificate2 certificate) => new(
        Certificates.NameOf(certificate),
        row =>
        {
            using var key = certificate.GetRSAPrivateKey()!;
            return key.SignData(row, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        },
        (row, mark) =>
        {
            using var key = certificate.GetRSAPublicKey()!;
            return key.VerifyData(row, mark, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        });

    public byte[] Make(KeyRow row) => _make(row.Marked());

    public bool IsOurs(KeyRow row) => row.Mark is { } mark && _isOurs(row.Marked(), mark);
}
