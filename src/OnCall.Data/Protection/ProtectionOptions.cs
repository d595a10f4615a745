using Microsoft.Extensions.Configuration;
using OnCall.Application;

namespace OnCall.Data.Protection;

/// <summary>
/// What wraps the keys that lie in the database, as <c>OnCall:Protection</c> names it: a key file or a certificate, and those of before, which
/// still unwrap.
/// </summary>
/// <param name="KeyFile">Null where the settings name none; then <see cref="OwnKeyFile"/> is used, unless a certificate is named.</param>
/// <param name="Folder">The data directory.</param>
public sealed record ProtectionOptions(
    string? KeyFile, IReadOnlyList<string> FormerKeyFiles, CertificatePlace? Certificate, IReadOnlyList<CertificatePlace> FormerCertificates, string Folder)
{
    /// <summary>The key file that is made at the first start where the settings name nothing.</summary>
    public string OwnKeyFile => Path.Combine(Folder, "protection.key");

    /// <summary>Where keys lay before they lay in the database.</summary>
    public string FolderOfBefore => Path.Combine(Folder, "keys");

    /// <exception cref="WrongSettingException">Both a key file and a certificate are to wrap.</exception>
    public static ProtectionOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("OnCall:Protection");
        var keyFile = Known(section["KeyFile"]);
        var certificate = PlaceOf(section["CertificateFile"], section["CertificatePasswordFile"]);
        if (keyFile is not null && certificate is not null)
        {
            throw new WrongSettingException(
                "OnCall__Protection__CertificateFile", "is set beside OnCall__Protection__KeyFile. Name one of them; the other goes into FormerKeyFiles__0 or FormerCertificates__0__File.");
        }

        return new(
            keyFile,
            [.. section.GetSection("FormerKeyFiles").GetChildren().Select(c => Known(c.Value)).OfType<string>()],
            certificate,
            [.. section.GetSection("FormerCertificates").GetChildren().Select(c => PlaceOf(c["File"], c["PasswordFile"])).OfType<CertificatePlace>()],
            Known(configuration["OnCall:DataDirectory"]) ?? "data");
    }

    private static CertificatePlace? PlaceOf(string? file, string? passwordFile) => Known(file) is { } known ? new(known, Known(passwordFile)) : null;

    private static string? Known(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
