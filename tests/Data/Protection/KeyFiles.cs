using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OnCall.Data.Tests.Protection;

/// <summary>Folders of nodes, and what wraps keys, for one test.</summary>
internal sealed class KeyFiles : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("oncall-keys-");

    public string Folder(string name) => _folder.CreateSubdirectory(name).FullName;

    public string NewFile(string name, int bytes = 32)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, RandomNumberGenerator.GetBytes(bytes));
        return path;
    }

    public string NewCertificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(9));
        var path = Path.Combine(Folder("c"), name + ".pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "secret"));
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
