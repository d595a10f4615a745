using System.Text.Json;
using System.Xml.Linq;
using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests;

/// <summary>Strings that must not appear where they do not belong, sent through every channel and every kind of trouble.</summary>
public sealed class CanaryTests
{
    private static readonly string[] Secrets =
    [
        "15550100", "canary-device-token", "5550123", "canary-person", // Addresses.
        Settings.AuthToken, Settings.AccountSid, "canary-login", "canary-password", StubFcm.AccessToken(1)[..^1], "PRIVATE KEY", "Bearer", "Basic",
    ];

    public static TheoryData<StubAnswer> Troubles =>
    [
        new StubAnswer.Reply(200, "{}"),
        StubTwilio.Error(400, 21211, "The 'To' number +15550100 is not valid"),
        new StubAnswer.Reply(400, """{"error":{"status":"INVALID_ARGUMENT","message":"The registration token canary-device-token is not valid"}}"""),
        new StubAnswer.Reply(401, """{"error":{"status":"UNAUTHENTICATED"}}"""),
        new StubAnswer.Reply(503, "+15550100 canary-device-token"),
        new StubAnswer.Drop(),
    ];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Neither_addresses_nor_secrets_reach_a_log_or_the_trail(StubAnswer trouble)
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var fcm = await StubFcm.StartAsync();
        await using var gateway = StubSnpp.Start().On("PAGE", trouble is StubAnswer.Drop ? SnppCut.Close : "550 Unknown pager 5550123");
        await using var mail = StubSmtp.Start().On("RCPT", trouble is StubAnswer.Drop ? StubSmtp.Close : "550 no mailbox canary-person@hospital.example");
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost([
            .. Settings.Twilio(twilio.BaseUrl), .. Settings.Fcm(fcm.BaseUrl, file.Path),
            .. Settings.Snpp(gateway.Port, ("Login", "canary-login"), ("Password", "canary-password")), .. Settings.Smtp(mail.Port)]);
        (twilio.Always, fcm.Always) = (_ => trouble, _ => trouble);
        host.ValidateAtStart();

        var answers = new List<DeliveryAnswer>();
        foreach (var channel in host.Channels)
        {
            answers.Add(await channel.SendAsync(Notifications.To(AddressOf(channel.Kind)), TestContext.Current.CancellationToken));
        }

        Assert.Equal(6, answers.Count);
        Assert.NotEmpty(twilio.Messages);
        Assert.NotEmpty(twilio.Calls);
        Assert.NotEmpty(fcm.Requests.All);
        Assert.NotEmpty(gateway.Commands.All);
        Assert.NotEmpty(mail.Commands.All);
        var seen = host.Logs.Text + string.Join('\n', answers);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, seen, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_notification_has_no_place_for_a_patient()
    {
        Assert.Equal(["Address", "Attempt", "Id", "Language", "Link", "MayLeave", "Others", "Page", "Text"], Fields<OutgoingNotification>());
        Assert.True(typeof(SpokenLanguage).IsEnum);
        Assert.Equal(["Callback", "Purpose", "Reference", "Rings", "RoleName", "Tag", "Urgency"], Fields<ExternalText>());
        Assert.Equal(["Facts", "Notice", "Rings", "Spoken", "Tag", "Urgency"], Fields<NoticeText>());
        Assert.Equal(["At", "Count", "First", "Kind", "Lead"], Fields<GapWarningFacts>());
        Assert.Equal(["Count", "First", "Kind"], Fields<GapFilledFacts>());
        Assert.Equal(["Kind", "Place"], Fields<CoverMadeFacts>());
        Assert.Equal(["Kind", "Place"], Fields<ShiftChangedFacts>());
        Assert.Equal(["About", "By", "Give", "Kind", "Take", "ToApprove"], Fields<SwapFacts>());
        Assert.Equal(["Brief", "End", "Giver", "RoleName", "Start", "Taker", "Where", "WhereSaid", "Zone"], Fields<PlaceFact>());
        Assert.Equal(["Code", "Kind", "Upload", "Why"], Fields<RosterPullHeldFacts>());
        Assert.Equal(["EmployeeNo", "Kind", "Name", "Reference", "RoleName"], Fields<GlassBrokenFacts>());
        Assert.Equal(["By", "Kind", "What"], Fields<SignInChangedFacts>());
        Assert.Equal(["Added", "Ending", "Kind", "Method"], Fields<OwnContactFacts>());
        Assert.Equal(["By", "Count", "Kind", "Why"], Fields<DeviceGoneFacts>());
        Assert.Equal(["Code", "Language", "Rings", "Tag"], Fields<CheckText>());
        Assert.Equal(["Beginning", "End", "RoleName", "Size", "Start", "When", "WhenSaid", "Who", "Zone"], Fields<GapFact>());
        Assert.Equal(
            ["CoverMadeFacts", "DeviceGoneFacts", "GapFilledFacts", "GapWarningFacts", "GlassBrokenFacts", "OwnContactFacts", "RosterPullHeldFacts", "ShiftChangedFacts", "SignInChangedFacts", "SwapFacts"],
            typeof(NoticeFacts).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(NoticeFacts))).Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.False(Callback.TryParse("555 0199 Doe bed 4", out _));
    }

    [Theory]
    [InlineData(NotificationPurpose.Page)]
    [InlineData(NotificationPurpose.Repeat)]
    [InlineData(NotificationPurpose.Taken)]
    [InlineData(NotificationPurpose.HandedOver)]
    [InlineData(NotificationPurpose.Notice)]
    public async Task What_leaves_is_made_of_role_urgency_reference_and_callback_alone(NotificationPurpose purpose)
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var fcm = await StubFcm.StartAsync();
        await using var gateway = StubSnpp.Start();
        await using var mail = StubSmtp.Start();
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost([.. Settings.Twilio(twilio.BaseUrl), .. Settings.Fcm(fcm.BaseUrl, file.Path), .. Settings.Snpp(gateway.Port), .. Settings.Smtp(mail.Port)]);

        foreach (var channel in host.Channels.Where(c => c.Kind != ContactMethodKind.InApp))
        {
            await channel.SendAsync(Notifications.To(AddressOf(channel.Kind), Urgency.Code, purpose, "Role"), TestContext.Current.CancellationToken);
        }

        var text = Notifications.To("x", Urgency.Code, purpose, "Role").Text;
        Assert.Equal(text.ToLine(), Assert.Single(twilio.Messages).Form["Body"]);
        Assert.Equal(purpose is NotificationPurpose.Page or NotificationPurpose.Repeat ? 1 : 0, twilio.Calls.Count);
        Assert.All(twilio.Calls, call => Assert.DoesNotContain("Role", call.Body, StringComparison.Ordinal));
        Assert.Equal(text.ToPagerLine(), Assert.Single(gateway.Deliveries.All).Text);
        Assert.Contains($"\nSubject: {text.ToPagerLine()}\n", Assert.Single(mail.Messages.All), StringComparison.Ordinal);
        using var push = JsonDocument.Parse(Assert.Single(fcm.Requests.All).Body);
        var words = push.RootElement.GetProperty("message");
        Assert.Equal(text.ToPagerLine(), words.GetProperty("notification").GetProperty("body").GetString());
        Assert.Equal(["pageReference", "purpose", "urgency"], words.GetProperty("data").EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData(NoticeUrgency.Quiet)]
    [InlineData(NoticeUrgency.Ringing)]
    public async Task What_leaves_about_a_notice_is_what_its_facts_say(NoticeUrgency urgency)
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var fcm = await StubFcm.StartAsync();
        await using var gateway = StubSnpp.Start();
        await using var mail = StubSmtp.Start();
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost([.. Settings.Twilio(twilio.BaseUrl), .. Settings.Fcm(fcm.BaseUrl, file.Path), .. Settings.Snpp(gateway.Port), .. Settings.Smtp(mail.Port)]);

        foreach (var channel in host.Channels.Where(c => c.Kind != ContactMethodKind.InApp))
        {
            await channel.SendAsync(Notifications.NoticeTo(AddressOf(channel.Kind), urgency, "Role"), TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            "OnCall: nobody is on Role from Sat 28 Nov 20:00 to Sun 29 Nov 08:00 (in 24 h). Please fill the gap.", Assert.Single(twilio.Messages).Form["Body"]);
        Assert.Contains("\nSubject: OnCall GAP Role Sat 28 Nov 20:00 (in 24 h)\n", Assert.Single(mail.Messages.All), StringComparison.Ordinal);
        Assert.Equal("OnCall GAP Role Sat 28 Nov 20:00 (in 24 h)", Assert.Single(gateway.Deliveries.All).Text);
        using var push = JsonDocument.Parse(Assert.Single(fcm.Requests.All).Body);
        var words = push.RootElement.GetProperty("message");
        Assert.Equal("OnCall GAP Role Sat 28 Nov 20:00 (in 24 h)", words.GetProperty("notification").GetProperty("body").GetString());
        Assert.Equal(["purpose", "urgency"], words.GetProperty("data").EnumerateObject().Select(p => p.Name));
        Assert.Equal(urgency == NoticeUrgency.Ringing ? "high" : "normal", words.GetProperty("android").GetProperty("priority").GetString());

        // A quiet notice calls nobody up; a ringing one says its words and hangs up, and asks for no key.
        Assert.Equal(urgency == NoticeUrgency.Ringing ? 1 : 0, twilio.Calls.Count);
        Assert.All(twilio.Calls, call => Assert.Equal(
            """<Response><Say language="en-GB" loop="3">This is OnCall. A roster has a gap: nobody is on Role from Saturday 28 November, 20:00 to Sunday 29 November, 08:00. Please fill it.</Say><Hangup /></Response>""",
            XElement.Parse(call.Form["Twiml"]).ToString(SaveOptions.DisableFormatting)));
        Assert.All(twilio.Calls, call => Assert.False(call.Form.ContainsKey("Url")));
    }

    private static IEnumerable<string> Fields<T>() =>
        typeof(T).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal);

    private static string AddressOf(ContactMethodKind kind) => kind switch
    {
        ContactMethodKind.Sms or ContactMethodKind.Voice => Notifications.Number,
        ContactMethodKind.Push => "canary-device-token",
        ContactMethodKind.Snpp => "5550123",
        ContactMethodKind.Mail => "canary-person@hospital.example",
        _ => "canary-person",
    };
}
