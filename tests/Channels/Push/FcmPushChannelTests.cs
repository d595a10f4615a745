using System.Text.Json.Nodes;
using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Push;

public sealed class FcmPushChannelTests
{
    private const string Device = "canary-device-token";

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_page_breaks_through_silence_on_both_platforms()
    {
        await using var fcm = await StubFcm.StartAsync();

        var (answer, message) = await SendAsync(fcm, Notifications.To(Device, Urgency.Code));

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.Accepted, $"projects/{StubFcm.ProjectId}/messages/1", "Push: accepted"), answer);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
            {
              "token": "canary-device-token",
              "notification": { "title": "CODE #A1B2", "body": "#A1B2 CODE Cardiology – duty physician Call 555 0199." },
              "data": { "pageReference": "#A1B2", "purpose": "page", "urgency": "code" },
              "android": {
                "priority": "high",
                "ttl": "3600s",
                "notification": { "channel_id": "oncall-code", "tag": "A1B2", "notification_priority": "PRIORITY_MAX" }
              },
              "apns": {
                "headers": { "apns-push-type": "alert", "apns-priority": "10", "apns-collapse-id": "A1B2", "apns-expiration": "1792891800" },
                "payload": { "aps": { "thread-id": "A1B2", "interruption-level": "critical", "sound": { "critical": 1, "name": "code.caf", "volume": 1.0 } } }
              }
            }
            """),
            message), message.ToString());
    }

    [Theory]
    [InlineData(Urgency.Urgent, NotificationPurpose.Page, "high", "oncall-urgent", "10", "time-sensitive", "default")]
    [InlineData(Urgency.CriticalResult, NotificationPurpose.Repeat, "high", "oncall-critical-result", "10", "time-sensitive", "default")]
    [InlineData(Urgency.Routine, NotificationPurpose.Page, "normal", "oncall-quiet", "5", "passive", null)]
    [InlineData(Urgency.Code, NotificationPurpose.Taken, "normal", "oncall-quiet", "5", "passive", null)]
    [InlineData(Urgency.Code, NotificationPurpose.HandedOver, "normal", "oncall-quiet", "5", "passive", null)]
    [InlineData(Urgency.Code, NotificationPurpose.Notice, "normal", "oncall-quiet", "5", "passive", null)]
    public async Task Only_what_asks_for_a_human_rings(
        Urgency urgency, NotificationPurpose purpose, string android, string channel, string apple, string interruption, string? sound)
    {
        await using var fcm = await StubFcm.StartAsync();

        var (_, message) = await SendAsync(fcm, Notifications.To(Device, urgency, purpose));

        var aps = message["apns"]!["payload"]!["aps"]!;
        Assert.Equal(android, (string?)message["android"]!["priority"]);
        Assert.Equal(channel, (string?)message["android"]!["notification"]!["channel_id"]);
        Assert.Equal(apple, (string?)message["apns"]!["headers"]!["apns-priority"]);
        Assert.Equal(interruption, (string?)aps["interruption-level"]);
        Assert.Equal(sound, (string?)aps["sound"]);
    }

    [Theory]
    [InlineData(404, "NOT_FOUND", "UNREGISTERED", null, DeliveryStatus.FailedForGood, true, false)]
    [InlineData(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT", "message.token", DeliveryStatus.FailedForGood, false, false)]
    [InlineData(400, "INVALID_ARGUMENT", null, "message.android.ttl", DeliveryStatus.FailedForGood, false, false)]
    [InlineData(403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH", null, DeliveryStatus.FailedForGood, false, false)]
    [InlineData(403, "PERMISSION_DENIED", null, null, DeliveryStatus.FailedForNow, false, true)]
    [InlineData(401, "UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR", null, DeliveryStatus.FailedForNow, false, false)]
    [InlineData(404, "NOT_FOUND", null, null, DeliveryStatus.FailedForNow, false, true)]
    [InlineData(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", null, DeliveryStatus.FailedForNow, false, true)]
    [InlineData(503, "UNAVAILABLE", "UNAVAILABLE", null, DeliveryStatus.FailedForNow, false, true)]
    [InlineData(500, "INTERNAL", "INTERNAL", null, DeliveryStatus.FailedForNow, false, true)]
    public async Task Each_refusal_says_whether_the_device_or_the_provider_is_at_fault(
        int http, string status, string? code, string? field, DeliveryStatus expected, bool dead, bool provider)
    {
        await using var fcm = await StubFcm.StartAsync();
        fcm.Next(StubFcm.Error(http, status, code, field));

        var (answer, _) = await SendAsync(fcm, Notifications.To(Device));

        Assert.Equal((expected, dead, provider), (answer.Status, answer.AddressIsDead, answer.ProviderFault));
        Assert.Single(fcm.Requests.All);
    }

    [Theory]
    [InlineData(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", "7", 7)]
    [InlineData(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", null, 60)]
    [InlineData(503, "UNAVAILABLE", "UNAVAILABLE", "30", 30)]
    [InlineData(503, "UNAVAILABLE", "UNAVAILABLE", null, null)]
    public async Task A_busy_provider_says_how_long_to_leave_it_alone(int http, string status, string code, string? header, int? seconds)
    {
        await using var fcm = await StubFcm.StartAsync();
        fcm.Next(((StubAnswer.Reply)StubFcm.Error(http, status, code)) with { RetryAfter = header });

        var (answer, _) = await SendAsync(fcm, Notifications.To(Device));

        Assert.Equal(seconds, answer.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task One_sign_in_serves_many_pushes()
    {
        await using var fcm = await StubFcm.StartAsync();
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost(Settings.Fcm(fcm.BaseUrl, file.Path));
        var push = host.Channel(ContactMethodKind.Push);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => push.SendAsync(Notifications.To(Device), Test)));

        Assert.Single(fcm.SignIns.All);
        Assert.All(fcm.Requests.All, request => Assert.Equal("Bearer " + StubFcm.AccessToken(1), request.Headers["Authorization"]));
        Assert.Equal(20, fcm.Requests.All.Count);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_push_goes_out()
    {
        await using var fcm = await StubFcm.StartAsync();
        fcm.Next(StubFcm.Error(401, "UNAUTHENTICATED"));

        var (answer, _) = await SendAsync(fcm, Notifications.To(Device));

        Assert.Equal(DeliveryStatus.Accepted, answer.Status);
        Assert.Equal(["Bearer " + StubFcm.AccessToken(1), "Bearer " + StubFcm.AccessToken(2)], fcm.Requests.All.Select(r => r.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_token_refused_twice_is_given_up()
    {
        await using var fcm = await StubFcm.StartAsync();
        fcm.Always = _ => StubFcm.Error(401, "UNAUTHENTICATED");

        var (answer, _) = await SendAsync(fcm, Notifications.To(Device));

        Assert.Equal(DeliveryStatus.FailedForNow, answer.Status);
        Assert.Equal(2, fcm.Requests.All.Count);
    }

    [Theory]
    [InlineData(200, """{"name":"\ud800"}""", DeliveryStatus.Accepted)]
    [InlineData(200, """{"\udc00\udc00":1}""", DeliveryStatus.Accepted)]
    [InlineData(404, """{"error":{"status":"\ud800","message":"\udc00","details":[{"errorCode":"\ud800"}]}}""", DeliveryStatus.FailedForNow)]
    [InlineData(400, """{"error":{"\ud800\ud800":1,"details":[{"\ud800\ud800":[]}]}}""", DeliveryStatus.FailedForNow)]
    [InlineData(400, """{"\ud800\ud800":{}}""", DeliveryStatus.FailedForNow)]
    public async Task Half_a_character_in_an_answer_is_no_word_of_it(int http, string body, DeliveryStatus expected)
    {
        await using var fcm = await StubFcm.StartAsync();
        fcm.Next(new StubAnswer.Reply(http, body));

        Assert.Equal(expected, (await SendAsync(fcm, Notifications.To(Device))).Answer.Status);
    }

    [Fact]
    public async Task Without_a_sign_in_nothing_was_sent_and_another_try_may_succeed()
    {
        await using var fcm = await StubFcm.StartAsync();
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost(Settings.Fcm(fcm.BaseUrl, file.Path));
        var push = host.Channel(ContactMethodKind.Push);
        fcm.NextSignIn(new StubAnswer.Reply(400, """{"error":"invalid_grant"}"""), new StubAnswer.Drop());

        Assert.Equal(DeliveryStatus.FailedForNow, (await push.SendAsync(Notifications.To(Device), Test)).Status);
        Assert.Equal(DeliveryStatus.FailedForNow, (await push.SendAsync(Notifications.To(Device), Test)).Status);
        Assert.Empty(fcm.Requests.All);
        Assert.Equal(DeliveryStatus.Accepted, (await push.SendAsync(Notifications.To(Device), Test)).Status);
    }

    [Fact]
    public async Task A_key_file_that_was_away_for_a_moment_does_not_end_pushing()
    {
        await using var fcm = await StubFcm.StartAsync();
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost(Settings.Fcm(fcm.BaseUrl, file.Path));
        var push = host.Channel(ContactMethodKind.Push);
        var content = await File.ReadAllTextAsync(file.Path, Test);
        File.Delete(file.Path);
        await Assert.ThrowsAsync<InvalidOperationException>(() => push.SendAsync(Notifications.To(Device), Test));

        await File.WriteAllTextAsync(file.Path, content, Test);

        Assert.Equal(DeliveryStatus.Accepted, (await push.SendAsync(Notifications.To(Device), Test)).Status);
    }

    [Fact]
    public async Task A_hung_sign_in_ends_with_the_callers_time()
    {
        await using var fcm = await StubFcm.StartAsync();
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost(Settings.Fcm(fcm.BaseUrl, file.Path));
        using var eightSeconds = new CancellationTokenSource();
        fcm.NextSignIn(new StubAnswer.Hang());

        var sending = host.Channel(ContactMethodKind.Push).SendAsync(Notifications.To(Device), eightSeconds.Token);
        await fcm.SignIns.WaitAsync(1, Test);
        await eightSeconds.CancelAsync();

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "Push: no sign-in in time") { ProviderFault = true }, await sending);
    }

    [Fact]
    public async Task No_answer_in_time_leaves_it_open_whether_the_push_went_out()
    {
        await using var fcm = await StubFcm.StartAsync();
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost(Settings.Fcm(fcm.BaseUrl, file.Path));
        using var eightSeconds = new CancellationTokenSource();
        fcm.Next(new StubAnswer.Hang());

        var sending = host.Channel(ContactMethodKind.Push).SendAsync(Notifications.To(Device), eightSeconds.Token);
        await fcm.Requests.WaitAsync(1, Test);
        await eightSeconds.CancelAsync();

        Assert.Equal(DeliveryStatus.Indeterminate, (await sending).Status);
    }

    private static async Task<(DeliveryAnswer Answer, JsonNode Message)> SendAsync(StubFcm fcm, OutgoingNotification notification)
    {
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost(Settings.Fcm(fcm.BaseUrl, file.Path));
        var answer = await host.Channel(ContactMethodKind.Push).SendAsync(notification, Test);
        var request = fcm.Requests.All[^1];
        Assert.Equal($"/v1/projects/{StubFcm.ProjectId}/messages:send", request.Path);
        return (answer, JsonNode.Parse(request.Body)!["message"]!);
    }
}
