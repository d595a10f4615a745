using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Tests.Mail;

/// <summary>A mail server that other people wrote, with a certificate of its own, that lets nobody send without signing in.</summary>
public sealed class RealMailServerTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_goes_over_tls_and_signed_in_and_reads_as_it_was_written_and_an_unknown_certificate_gets_nothing()
    {
        using var server = Oracle.Server("mail-server.mjs", "smtp-server");
        var started = JsonDocument.Parse((await server.StandardOutput.ReadLineAsync(Test))!).RootElement;
        var port = started.GetProperty("port").GetInt32();

        using (var host = Host(port))
        {
            var answer = await host.Channel(ContactMethodKind.Mail).SendAsync(Notifications.To("ada@hospital.example"), Test);
            Assert.Equal((DeliveryStatus.FailedForNow, "Mail: no trusted certificate"), (answer.Status, answer.Detail));
        }

        using var certificate = X509Certificate2.CreateFromPem(started.GetProperty("cert").GetString());
        using var trusted = new TrustedInTest(certificate);
        using (var host = Host(port, password: "wrong"))
        {
            var refused = await host.Channel(ContactMethodKind.Mail).SendAsync(Notifications.To("ada@hospital.example"), Test);
            Assert.Equal((DeliveryStatus.FailedForNow, true), (refused.Status, refused.ProviderFault));
            Assert.DoesNotContain("wrong", refused.Detail + host.Logs.Text, StringComparison.Ordinal);
        }

        using (var host = Host(port))
        {
            var channel = host.Channel(ContactMethodKind.Mail);
            var answer = await channel.SendAsync(Notifications.To("ada@hospital.example", roleName: "内科 – 当直医"), Test);
            Assert.Equal(DeliveryStatus.Accepted, answer.Status);

            using var page = JsonDocument.Parse((await server.StandardOutput.ReadLineAsync(Test))!);
            string Said(string name) => page.RootElement.GetProperty(name).ToString();
            Assert.Equal(("oncall@hospital.example", "True", "#A1B2 URGENT 内科 – 当直医 Call 555 0199.", "high"), (Said("from"), Said("secure"), Said("subject"), Said("priority")));
            Assert.Equal((answer.ProviderId, "auto-generated"), (Said("messageId"), Said("auto")));
            Assert.Equal("#A1B2 URGENT 内科 – 当直医 Call 555 0199.\n\nTake it or pass it on in OnCall. A reply to this mail reaches nobody.", Said("text").ReplaceLineEndings("\n").TrimEnd());

            Assert.Equal(DeliveryStatus.Accepted, (await channel.SendAsync(Notifications.NoticeTo("ada@hospital.example", NoticeUrgency.Quiet), Test)).Status);
            using var notice = JsonDocument.Parse((await server.StandardOutput.ReadLineAsync(Test))!);
            Assert.Contains("nobody is on Cardiology – duty physician from Sat 28 Nov 20:00", notice.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        }

        server.StandardInput.Close();
        await server.WaitForExitAsync(Test);
    }

    private static ChannelHost Host(int port, string password = "canary-password") => new(
        Settings.Smtp(port, ("Host", "localhost"), ("StartTls", "true"), ("User", "oncall"), ("Password", password)));

    /// <summary>As the hospital's own authority is trusted by its machines.</summary>
    private sealed class TrustedInTest : IDisposable
    {
#pragma warning disable SYSLIB0014, MA0039 // The mail library asks here, and nothing else of this program does; production trusts what the machine trusts.
        public TrustedInTest(X509Certificate2 certificate)
        {
            ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, errors) =>
                errors is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateChainErrors && shown?.GetCertHashString() == certificate.GetCertHashString();
        }

        public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014, MA0039
    }
}
