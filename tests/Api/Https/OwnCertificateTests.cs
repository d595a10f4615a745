using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Https;

/// <summary>The program holds the certificate itself, as in a small house without a proxy.</summary>
public sealed class OwnCertificateTests
{
    [Fact]
    public async Task With_a_certificate_among_the_settings_of_Kestrel_it_serves_https_and_tells_browsers_to_keep_to_it()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-tls-");
        try
        {
            using var made = WriteCertificate(folder.FullName);
            await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>
            {
                ["Kestrel:Endpoints:Https:Url"] = "https://127.0.0.1:0",
                ["Kestrel:Endpoints:Https:Certificate:Path"] = Path.Combine(folder.FullName, "oncall.pem"),
                ["Kestrel:Endpoints:Https:Certificate:KeyPath"] = Path.Combine(folder.FullName, "oncall.key"),
            });
            var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            trust.CustomTrustStore.Add(made);
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = { CertificateChainPolicy = trust } });
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/health/live"));
            request.Headers.Host = "oncall.hospital.example";

            var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal("https", host.Address.Scheme);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static X509Certificate2 WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=oncall.hospital.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("oncall.hospital.example");
        request.CertificateExtensions.Add(names.Build());
        var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        File.WriteAllText(Path.Combine(folder, "oncall.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "oncall.key"), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }
}
