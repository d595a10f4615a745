using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Push;

/// <summary>The vendor's own SDK has the last word.</summary>
public sealed class FcmOracleTests
{
    private const string Device = "device-token";

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_push_is_the_message_that_the_sdk_sends()
    {
        await using var fcm = await StubFcm.StartAsync();
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost(Settings.Fcm(fcm.BaseUrl, file.Path));
        var push = host.Channel(ContactMethodKind.Push);

        using var sdk = await Oracle.AskAsync("fcm-send.mjs", new
        {
            baseUrl = fcm.BaseUrl,
            projectId = StubFcm.ProjectId,
            token = Device,
            expiration = new { code = Seconds(Duration.FromHours(1)), quiet = Seconds(Duration.FromHours(4)) },
        }, Test);
        await push.SendAsync(Notifications.To(Device, Urgency.Code), Test);
        await push.SendAsync(Notifications.To(Device, Urgency.Urgent, NotificationPurpose.Repeat), Test);
        await push.SendAsync(Notifications.To(Device, Urgency.Code, NotificationPurpose.Taken), Test);

        Assert.All(sdk.RootElement.EnumerateArray(), answer => Assert.True(answer.TryGetProperty("name", out _), answer.ToString()));
        var (theirs, ours) = (fcm.Requests.All.Take(3).ToList(), fcm.Requests.All.Skip(3).ToList());
        Assert.Equal(3, ours.Count);
        foreach (var (their, our) in theirs.Zip(ours))
        {
            Assert.Equal((their.Method, their.Path), (our.Method, our.Path));
            Assert.True(JsonNode.DeepEquals(Message(their), Message(our)), $"SDK: {their.Body}\nOurs: {our.Body}");
        }
    }

    private static string Seconds(Duration later) => (ChannelHost.Now + later).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static JsonNode? Message(ProviderRequest request) => JsonNode.Parse(request.Body)!["message"];
}
