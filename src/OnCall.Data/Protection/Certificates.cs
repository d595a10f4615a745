using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OnCall.Application;

namespace OnCall.Data.Protection;

/// <summary>The certificates that wrap, or have wrapped.</summary>
internal static class Certificates
{
    /// <exception cref="WrongSettingException">It is not there, its password is wrong, or it has no private key.</exception>
    public static X509Certificate2 Read(CertificatePlace place)
    {
        const string Setting = "OnCall__Protection__CertificateFile";
        try
        {
            var password = place.PasswordFile is { } file ? File.ReadAllText(file).TrimEnd('\r', '\n') : null;
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(place.File, password);
            return certificate.HasPrivateKey && certificate.GetRSAPrivateKey() is not null
                ? certificate
                : throw new WrongSettingException(Setting, $"'{place.File}' has no private RSA key, without which nothing can be unwrapped.");
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException($"{Setting}: the certificate '{place.File}' cannot be read ({error.Message}). Bring it back from its backup, with its password file.", error);
        }
    }

    public static string NameOf(X509Certificate2 certificate) => "certificate:" + certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();
}
