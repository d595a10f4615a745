using System.Net;
using System.Net.Sockets;
using System.Text;
using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Mail;

public sealed class MailChannelTests
{
    private const string Address = "ada.okafor@hospital.example";

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_goes_as_a_mail_of_role_urgency_reference_and_callback()
    {
        await using var server = StubSmtp.Start();
        using var host = new ChannelHost(Settings.Smtp(server.Port));

        var answer = await host.Channel(ContactMethodKind.Mail).SendAsync(Notifications.To(Address, roleName: "Ward 3 nurse") with { Others = 2 }, Test);

        var mail = Assert.Single(server.Messages.All);
        Assert.Equal((DeliveryStatus.Accepted, $"<{Notifications.Id.Value:N}.1@hospital.example>"), (answer.Status, answer.ProviderId));
        Assert.Contains(server.Commands.All, c => c.StartsWith("MAIL FROM:<oncall@hospital.example>", StringComparison.Ordinal));
        Assert.Contains(server.Commands.All, c => c.StartsWith($"RCPT TO:<{Address}>", StringComparison.Ordinal));
        Assert.Contains("Subject: #A1B2 URGENT Ward 3 nurse Call 555 0199.", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("X-Priority: 1", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"Message-ID: {answer.ProviderId}", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("#A1B2 URGENT Ward 3 nurse Call 555 0199.\r\n\r\nAnd 2 more in OnCall.\r\n\r\nTake it or pass it on in OnCall. A reply to this mail reaches nobody.\r\n", BodyOf(mail));
    }

    [Fact]
    public async Task A_quiet_notice_is_an_ordinary_mail_and_a_repeat_is_a_mail_of_its_own()
    {
        await using var server = StubSmtp.Start();
        using var host = new ChannelHost(Settings.Smtp(server.Port));
        var channel = host.Channel(ContactMethodKind.Mail);

        var first = await channel.SendAsync(Notifications.NoticeTo(Address, NoticeUrgency.Quiet), Test);
        var again = await channel.SendAsync(Notifications.NoticeTo(Address, NoticeUrgency.Quiet) with { Attempt = 2 }, Test);

        Assert.NotEqual(first.ProviderId, again.ProviderId);
        Assert.DoesNotContain("X-Priority: 1", server.Messages.All[0], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Each row of the table in docs/channels.md.</summary>
    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such mailbox ada.okafor", DeliveryStatus.FailedForGood, false, "Mail: refused (SMTP 550)")]
    [InlineData("RCPT", "553 5.1.3 bad address", DeliveryStatus.FailedForGood, false, "Mail: refused (SMTP 553)")]
    [InlineData("RCPT", "450 4.2.0 greylisted", DeliveryStatus.FailedForNow, false, "Mail: refused (SMTP 450)")]
    [InlineData("RCPT", "452 4.2.2 mailbox full", DeliveryStatus.FailedForNow, false, "Mail: refused (SMTP 452)")]
    [InlineData("TEXT", "552 5.2.2 mailbox full", DeliveryStatus.FailedForGood, false, "Mail: refused (SMTP 552)")]
    [InlineData("TEXT", "554 5.7.1 spam", DeliveryStatus.FailedForNow, true, "Mail: refused (SMTP 554)")]
    [InlineData("TEXT", "451 4.3.0 try later", DeliveryStatus.FailedForNow, true, "Mail: refused (SMTP 451)")]
    [InlineData("MAIL", "530 5.7.0 sign in first", DeliveryStatus.FailedForNow, true, "Mail: refused (SMTP 530)")]
    [InlineData("MAIL", "550 5.7.1 sender refused", DeliveryStatus.FailedForNow, true, "Mail: refused (SMTP 550)")]
    [InlineData("GREETING", "421 too busy", DeliveryStatus.FailedForNow, true, "Mail: refused (SMTP 421)")]
    [InlineData("TEXT", StubSmtp.Close, DeliveryStatus.Indeterminate, true, "Mail: the connection broke off")]
    public async Task What_a_server_says_is_one_of_five_answers(string command, string reply, DeliveryStatus status, bool isProvider, string detail)
    {
        await using var server = StubSmtp.Start().On(command, reply);
        using var host = new ChannelHost(Settings.Smtp(server.Port));

        var answer = await host.Channel(ContactMethodKind.Mail).SendAsync(Notifications.To(Address), Test);

        Assert.Equal((status, isProvider, detail), (answer.Status, answer.ProviderFault, answer.Detail));
    }

    [Fact]
    public async Task A_server_that_never_answers_may_have_taken_it()
    {
        await using var server = StubSmtp.Start().On("TEXT", StubSmtp.Silence);
        using var host = new ChannelHost(Settings.Smtp(server.Port));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Test);

        var sending = host.Channel(ContactMethodKind.Mail).SendAsync(Notifications.To(Address), limit.Token);
        await server.Messages.WaitAsync(1, _ => true, Test);
        await limit.CancelAsync();

        Assert.Equal((DeliveryStatus.Indeterminate, true), ((await sending).Status, (await sending).ProviderFault));
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_sent()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using var host = new ChannelHost(Settings.Smtp(port));

        var answer = await host.Channel(ContactMethodKind.Mail).SendAsync(Notifications.To(Address), Test);

        Assert.Equal((DeliveryStatus.FailedForNow, true, "Mail: no connection"), (answer.Status, answer.ProviderFault, answer.Detail));
    }

    [Fact]
    public async Task A_server_without_tls_is_never_written_to_unless_the_settings_say_so()
    {
        await using var server = StubSmtp.Start();
        using var host = new ChannelHost(Settings.Smtp(server.Port, ("StartTls", "true")));

        var answer = await host.Channel(ContactMethodKind.Mail).SendAsync(Notifications.To(Address), Test);

        Assert.Equal((DeliveryStatus.FailedForNow, true), (answer.Status, answer.ProviderFault));
        Assert.DoesNotContain(server.Commands.All, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ada@hospital.example\r\nBcc: all@hospital.example")]
    [InlineData("ada@hospital.example, bram@hospital.example")]
    [InlineData("Ada <ada@hospital.example>")]
    public async Task What_is_not_one_address_is_sent_nowhere(string address)
    {
        await using var server = StubSmtp.Start();
        using var host = new ChannelHost(Settings.Smtp(server.Port));

        Assert.Equal(DeliveryStatus.FailedForGood, (await host.Channel(ContactMethodKind.Mail).SendAsync(Notifications.To(address), Test)).Status);
        Assert.Empty(server.Commands.All);
    }

    [Theory]
    [InlineData(NotificationPurpose.Taken)]
    [InlineData(NotificationPurpose.HandedOver)]
    public async Task News_of_a_page_asks_for_nothing(NotificationPurpose purpose)
    {
        await using var server = StubSmtp.Start();
        using var host = new ChannelHost(Settings.Smtp(server.Port));

        await host.Channel(ContactMethodKind.Mail).SendAsync(Notifications.To(Address, Urgency.Code, purpose), Test);

        Assert.DoesNotContain("Take it", BodyOf(Assert.Single(server.Messages.All)), StringComparison.Ordinal);
    }

    private static string BodyOf(string mail) => Encoding.UTF8.GetString(Convert.FromBase64String(mail[(mail.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]));
}
