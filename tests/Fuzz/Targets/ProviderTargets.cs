using System.Net;
using System.Text;
using OnCall.Application.Notifications;
using OnCall.Channels.Http;
using OnCall.Channels.Pager;
using OnCall.Channels.Push;
using OnCall.Channels.Sms;
using OnCall.Channels.Twilio;
using OnCall.Channels.Voice;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Fuzz.Tests.Drawing;
using OnCall.Fuzz.Tests.Running;

namespace OnCall.Fuzz.Tests.Targets;

/// <summary>What providers answer to what was sent to them.</summary>
internal static class ProviderTargets
{
    private static readonly IReadOnlyList<byte[]> Twilio = Samples.Texts(
        """{"sid":"SM90c6fc909d8504d45ecdb3a3d5b3556e","status":"queued","error_code":null,"to":"+15550100"}""",
        """{"sid":"CA1","status":"completed","answered_by":"machine_start"}""",
        """{"code":21610,"message":"The message From/To pair violates a blacklist rule.","status":400}""",
        """{"sid":"SM1","status":"undelivered","error_code":"30005"}""");

    private static readonly IReadOnlyList<byte[]> Fcm = Samples.Texts(
        """{"name":"projects/hospital/messages/0:1500415314455276%31bd1c9631bd1c96"}""",
        """{"error":{"code":404,"message":"Requested entity was not found.","status":"NOT_FOUND","details":[{"@type":"type.googleapis.com/google.firebase.fcm.v1.FcmError","errorCode":"UNREGISTERED"}]}}""",
        """{"error":{"code":400,"message":"The registration token is not valid","status":"INVALID_ARGUMENT","details":[{"@type":"x","fieldViolations":[{"field":"message.token","description":"bad"}]}]}}""");

    private static readonly IReadOnlyList<byte[]> Snpp = Samples.Texts(
        "220 gateway ready\r\n250 ok\r\n250 ok\r\n250 pager accepted\r\n354 begin\r\n250 ok\r\n250 sent\r\n221 bye\r\n",
        "220-welcome\r\n220 gateway\r\n214 help\r\n250 help\r\n850 on line\r\n960 17 queued\r\n880 17 1234 delivered\r\n",
        "421 too many\r\n", "550 unknown pager\r\n", "220 x\r\n500 no\r\n500 no\r\n250 ok\r\n500 no data\r\n250 ok\r\n780 ended\r\n");

    private static readonly IReadOnlyList<byte[]> Waits = Samples.Texts("30", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "99999999999");
    private static readonly int[] Statuses = [200, 201, 204, 301, 400, 401, 403, 404, 409, 429, 500, 503];

    public static IReadOnlyList<Target> All { get; } =
    [
        new("twilio-answer", chance => Mutation.Of(chance, Twilio), bytes => ReadTwilio(BodyOf(bytes), Status(bytes))),
        new("fcm-answer", chance => Mutation.Of(chance, Fcm), bytes => ReadFcm(BodyOf(bytes), Status(bytes))),
        new("snpp-replies", chance => Mutation.Of(chance, Snpp), ReadSnpp),
        new("retry-after", chance => Mutation.Of(chance, Waits), bytes => ReadWait(TextTargets.TextOf(bytes))),
    ];

    private static HttpStatusCode Status(byte[] bytes) => (HttpStatusCode)Statuses[bytes.Length % Statuses.Length];

    // As the client reads it: what is no UTF-8 is replaced.
    private static string BodyOf(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes));
        return reader.ReadToEnd();
    }

    private static void ReadTwilio(string body, HttpStatusCode status)
    {
        var reply = new ProviderReply.Answered(status, body);
        Check(MessageStatus.Answers.Of(reply, MessageStatus.Taken));
        Check(CallStatus.Answers.Of(reply, CallStatus.Taken));
        var message = TwilioMessage.Read(body);
        MessageStatus.Receipt("SM1", message.Status, message.ErrorCode);
        CallStatus.Receipt("CA1", message.Status, message.AnsweredBy, announcesOnly: status == HttpStatusCode.OK);
    }

    private static void ReadFcm(string body, HttpStatusCode status)
    {
        Check(FcmAnswers.Taken(body));
        Check(FcmAnswers.Refused(new ProviderReply.Answered(status, body), FcmError.Read(body)));
    }

    private static void ReadSnpp(byte[] bytes)
    {
        var reference = PageReference.FromBits(0);
        var options = new SnppOptions { Host = "gateway", Login = "oncall", Subject = true, QuietHoldSeconds = 60 };
        var notification = new OutgoingNotification(
            new NotificationId(Guid.Empty), "4711", new ExternalText(NotificationPurpose.Page, Urgency.Urgent, "Cardiology – duty physician", reference, null), 1);
        using var gateway = new Recorded(bytes);
        var session = new SnppSession(new SnppWire(gateway, Encoding.ASCII), SnppPlan.OneLine(notification.Text, options), () => true);
        var answering = session.RunAsync(SnppPlan.For(notification, options, NodaTime.Instant.FromUtc(2026, 10, 12, 7, 0)), CancellationToken.None);
        Must.Be(answering.IsCompleted, "The session waits for something.");
        Check(answering.GetAwaiter().GetResult());
    }

    private static void ReadWait(string text)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", text);
        response.Headers.TryAddWithoutValidation("Date", text);
        Must.Be(RetryAfter.Of(response) is not { } wait || (wait >= NodaTime.Duration.Zero && wait <= NodaTime.Duration.FromHours(1)), "That is no time to wait.");
    }

    // What is kept of it can be written, as it is into the trail.
    private static void Check(DeliveryAnswer answer) => Must.BeText(answer.Detail, answer.ProviderId ?? "");

    /// <summary>Takes what is written, and answers what was recorded.</summary>
    private sealed class Recorded(byte[] answers) : MemoryStream(answers, writable: false)
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
