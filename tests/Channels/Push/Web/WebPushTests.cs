using System.Text.Json;
using OnCall.Application.Devices;
using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Push.Web;

public sealed class WebPushTests
{
    private static readonly PageId Page = new(new Guid(7, 0, 0, new byte[8]));

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_reaches_the_browser_and_nobody_else_can_read_it()
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        using var host = new ChannelHost(Settings.WebPush());

        var answer = await SendAsync(host, service, browser, n => n with { Page = Page });

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.Accepted, null, "Web push: accepted"), answer);
        var push = Assert.Single(service.Requests.All);
        Assert.Equal(("/push/canary", "3600", "high", "A1B2", "aes128gcm"), (push.Path, push.Headers["TTL"], push.Headers["Urgency"], push.Headers["Topic"], push.Headers["Content-Encoding"]));
        Assert.DoesNotContain("Cardiology", push.Body, StringComparison.Ordinal);
        Assert.Equal(
            """{"title":"URGENT #A1B2","body":"Cardiology – duty physician. Call 555 0199.","tag":"A1B2","rings":true,"purpose":"page","url":"/pages/00000007-0000-0000-0000-000000000000","page":"00000007-0000-0000-0000-000000000000","reference":"#A1B2","urgency":"urgent"}""",
            Words(browser.Read(push)));
    }

    [Theory]
    [InlineData(Urgency.Code, NotificationPurpose.Page, "high", "3600", true)]
    [InlineData(Urgency.CriticalResult, NotificationPurpose.Repeat, "high", "3600", true)]
    [InlineData(Urgency.Routine, NotificationPurpose.Page, "normal", "14400", false)]
    [InlineData(Urgency.Code, NotificationPurpose.Taken, "low", "14400", false)]
    [InlineData(Urgency.Code, NotificationPurpose.HandedOver, "low", "14400", false)]
    public async Task Only_what_asks_for_a_human_wakes_the_device_up(Urgency urgency, NotificationPurpose purpose, string expected, string seconds, bool rings)
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        using var host = new ChannelHost(Settings.WebPush());

        await SendAsync(host, service, browser, n => n with { Text = Notifications.To("x", urgency, purpose).Text });

        var push = Assert.Single(service.Requests.All);
        Assert.Equal((expected, seconds, rings), (push.Headers["Urgency"], push.Headers["TTL"], browser.Read(push).GetProperty("rings").GetBoolean()));
    }

    [Theory]
    [InlineData(SpokenLanguage.Japanese, "コード #A1B2", "再度：Role。折り返し 555 0199 ほか2件")]
    [InlineData(SpokenLanguage.Chinese, "急救代码 #A1B2", "再次：Role。回电 555 0199 另有2条")]
    [InlineData(SpokenLanguage.AmericanEnglish, "CODE #A1B2", "Again: Role. Call 555 0199. and 2 more in OnCall")]
    public async Task The_lock_screen_speaks_the_persons_language(SpokenLanguage language, string title, string body)
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        using var host = new ChannelHost(Settings.WebPush());

        await SendAsync(host, service, browser, n => n with
        {
            Text = Notifications.To("x", Urgency.Code, NotificationPurpose.Repeat, "Role").Text,
            Language = language,
            Others = 2,
        });

        var words = browser.Read(Assert.Single(service.Requests.All));
        Assert.Equal((title, body), (words.GetProperty("title").GetString(), words.GetProperty("body").GetString()));
    }

    [Theory]
    [InlineData(NotificationPurpose.Page)]
    [InlineData(NotificationPurpose.Repeat)]
    [InlineData(NotificationPurpose.Taken)]
    [InlineData(NotificationPurpose.HandedOver)]
    [InlineData(NotificationPurpose.Notice)]
    public async Task What_leaves_is_made_of_role_urgency_reference_callback_and_the_pages_id_alone(NotificationPurpose purpose)
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        using var host = new ChannelHost(Settings.WebPush());

        await SendAsync(host, service, browser, n => n with { Text = Notifications.To("x", Urgency.Code, purpose).Text, Page = Page });

        var words = browser.Read(Assert.Single(service.Requests.All));
        Assert.Equal(["title", "body", "tag", "rings", "purpose", "url", "page", "reference", "urgency"], words.EnumerateObject().Select(p => p.Name));
        Assert.All(words.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String), p => Assert.DoesNotContain("canary", p.Value.GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, DeliveryStatus.FailedForGood, true, false, null, null)]
    [InlineData(410, DeliveryStatus.FailedForGood, true, false, null, null)]
    [InlineData(400, DeliveryStatus.FailedForGood, false, false, null, null)]
    [InlineData(413, DeliveryStatus.FailedForGood, false, false, null, null)]
    [InlineData(401, DeliveryStatus.FailedForNow, false, true, null, null)]
    [InlineData(403, DeliveryStatus.FailedForNow, false, true, null, null)]
    [InlineData(429, DeliveryStatus.FailedForNow, false, true, "7", 7)]
    [InlineData(429, DeliveryStatus.FailedForNow, false, true, null, 60)]
    [InlineData(503, DeliveryStatus.FailedForNow, false, true, "30", 30)]
    [InlineData(500, DeliveryStatus.FailedForNow, false, true, null, null)]
    [InlineData(302, DeliveryStatus.FailedForNow, false, true, null, null)]
    [InlineData(200, DeliveryStatus.Accepted, false, false, null, null)]
    public async Task Each_answer_says_whether_the_device_or_the_service_is_at_fault(int http, DeliveryStatus expected, bool dead, bool fault, string? header, int? seconds)
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        using var host = new ChannelHost(Settings.WebPush());
        service.Next(new StubAnswer.Reply(http, "canary words", header));

        var answer = await SendAsync(host, service, browser);

        Assert.Equal((expected, dead, fault, (double?)seconds), (answer.Status, answer.AddressIsDead, answer.ProviderFault, answer.RetryAfter?.TotalSeconds));
        Assert.DoesNotContain("canary", answer.Detail + host.Logs.Text, StringComparison.Ordinal);
        Assert.Single(service.Requests.All);
    }

    [Fact]
    public async Task A_cut_behind_the_message_leaves_it_open_whether_it_went_out()
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        using var host = new ChannelHost(Settings.WebPush());
        service.Next(new StubAnswer.Drop());

        Assert.Equal(DeliveryStatus.Indeterminate, (await SendAsync(host, service, browser)).Status);
    }

    [Fact]
    public async Task A_device_that_its_owner_removed_is_gone()
    {
        using var host = new ChannelHost(Settings.WebPush());

        var answer = await host.Channel(ContactMethodKind.Push).SendAsync(Notifications.To(DeviceAddress.Of(default)), Test);

        Assert.Equal((DeliveryStatus.FailedForGood, true), (answer.Status, answer.AddressIsDead));
    }

    [Fact]
    public async Task A_subscription_under_a_lost_key_fails_at_once_and_stays()
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        using var host = new ChannelHost(Settings.WebPush());
        await host.Keys.CurrentAsync(Test);
        host.Devices.LoseKeys();
        using var restarted = new ChannelHost(Settings.WebPush());
        restarted.Devices.Lost = 1;
        Assert.Equal(2, (await restarted.Keys.CurrentAsync(Test)).Number);

        var address = restarted.Devices.Register(browser, service.BaseUrl + "/push/canary", key: 1);
        var answer = await restarted.Channel(ContactMethodKind.Push).SendAsync(Notifications.To(address), Test);

        Assert.Equal((DeliveryStatus.FailedForGood, false), (answer.Status, answer.AddressIsDead));
        Assert.Empty(service.Requests.All);
    }

    [Fact]
    public async Task A_hospitals_own_app_is_reached_by_its_token()
    {
        await using var fcm = await StubFcm.StartAsync();
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost([.. Settings.Fcm(fcm.BaseUrl, file.Path), .. Settings.WebPush()]);
        var address = host.Devices.Register(new PushTarget(PushDeviceKind.Fcm, "own-app-token", null, 0));

        var push = host.Channel(ContactMethodKind.Push);
        var test = new DeviceTestText(new PushDeviceId(new Guid(1, 0, 0, new byte[8])), "once");
        Assert.Equal(DeliveryStatus.Accepted, (await push.SendAsync(Notifications.To(address) with { Text = test }, Test)).Status);

        using var message = JsonDocument.Parse(Assert.Single(fcm.Requests.All).Body);
        Assert.Equal("own-app-token", message.RootElement.GetProperty("message").GetProperty("token").GetString());
        Assert.Equal("""{"purpose":"test","device":"00000001-0000-0000-0000-000000000000","token":"once"}""", message.RootElement.GetProperty("message").GetProperty("data").GetRawText());
    }

    private static async Task<DeliveryAnswer> SendAsync(
        ChannelHost host, StubPushService service, StubBrowser browser, Func<OutgoingNotification, OutgoingNotification>? change = null)
    {
        await host.Keys.CurrentAsync(Test);
        var notification = Notifications.To(host.Devices.Register(browser, service.BaseUrl + "/push/canary"));
        return await host.Channel(ContactMethodKind.Push).SendAsync(change?.Invoke(notification) is { } changed ? changed with { Address = notification.Address } : notification, Test);
    }

    private static string Words(JsonElement words) => System.Text.RegularExpressions.Regex.Unescape(words.GetRawText());
}
