using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Channels.Twilio;
using OnCall.Channels.Voice;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Voice;

public sealed class CallWebhookTests
{
    private const string Number = "+15550100";
    private static readonly NotificationId Id = new(new Guid("00000000-0000-7000-8000-00000000000a"));

    [Theory]
    [InlineData("ringing", null, DeliveryStatus.Accepted, "Voice: ringing")]
    [InlineData("in-progress", null, DeliveryStatus.Accepted, "Voice: answered")]
    [InlineData("in-progress", "human", DeliveryStatus.Accepted, "Voice: answered")]
    [InlineData("in-progress", "machine_start", DeliveryStatus.FailedForNow, "Voice: voicemail answered")]
    [InlineData("completed", "machine_end_beep", DeliveryStatus.FailedForNow, "Voice: voicemail answered")]
    [InlineData("completed", "fax", DeliveryStatus.FailedForNow, "Voice: a fax answered")]
    [InlineData("completed", "human", DeliveryStatus.FailedForNow, "Voice: answered, nothing pressed")]
    [InlineData("completed", "unknown", DeliveryStatus.FailedForNow, "Voice: answered, nothing pressed")]
    [InlineData("completed", null, DeliveryStatus.FailedForNow, "Voice: answered, nothing pressed")]
    [InlineData("busy", null, DeliveryStatus.FailedForNow, "Voice: busy")]
    [InlineData("no-answer", null, DeliveryStatus.FailedForNow, "Voice: no answer")]
    [InlineData("canceled", null, DeliveryStatus.FailedForNow, "Voice: cancelled before it was answered")]
    [InlineData("failed", null, DeliveryStatus.FailedForNow, "Voice: the call could not be put through")]
    public void Each_end_of_a_call_is_a_receipt(string status, string? answeredBy, DeliveryStatus expected, string detail)
    {
        var receipt = TwilioStatusReceipt.Read(Form(TwilioWebhook.CallStatus("CA1", status, answeredBy)), Query(TwilioPaths.StatusOf(Id, 2)));

        Assert.Equal(new DeliveryReceipt(ContactMethodKind.Voice, "CA1", expected, detail, Id, 2), receipt);
    }

    [Theory]
    [InlineData("queued")]
    [InlineData("initiated")]
    [InlineData("something new")]
    [InlineData("")]
    public void A_call_that_has_only_begun_is_no_news(string status) =>
        Assert.Null(TwilioStatusReceipt.Read(Form(TwilioWebhook.CallStatus("CA1", status)), Query(TwilioPaths.StatusOf(Id, 1))));

    [Theory]
    [InlineData("human", null)]
    [InlineData("unknown", null)]
    [InlineData(null, null)]
    [InlineData("machine_start", "Voice: voicemail answered")]
    [InlineData("machine_end_silence", "Voice: voicemail answered")]
    [InlineData("fax", "Voice: a fax answered")]
    public void A_machine_is_no_human(string? answeredBy, string? detail)
    {
        var call = InboundCall.Read(Form(TwilioWebhook.Call("CA1", Number, answeredBy: answeredBy)), Query(TwilioPaths.VoiceOf(Id, 2)));

        var receipt = call?.OfMachine();

        Assert.Equal(detail is null ? null : new DeliveryReceipt(ContactMethodKind.Voice, "CA1", DeliveryStatus.FailedForNow, detail, Id, 2), receipt);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    public void An_answered_call_names_its_attempt_and_its_key_and_keeps_the_number_out_of_the_log(string? digits)
    {
        var call = InboundCall.Read(Form(TwilioWebhook.Call("CA1", Number, digits)), Query(TwilioPaths.VoiceOf(Id, 2)));

        Assert.Equal(new VoiceAnswer(Id, 2, "CA1", Number, digits), call?.ToAnswer());
        Assert.Equal("CA1", $"{call}");
    }

    [Theory]
    [InlineData("/webhooks/twilio/voice")]
    [InlineData("/webhooks/twilio/voice?notification=1&attempt=1")]
    [InlineData("/webhooks/twilio/voice?notification=00000000-0000-7000-8000-00000000000a&attempt=-1")]
    public void A_call_that_names_no_notification_is_none_of_ours(string path) =>
        Assert.Null(InboundCall.Read(Form(TwilioWebhook.Call("CA1", Number)), Query(path)));

    [Theory]
    [InlineData("", Number)]
    [InlineData("CA1", "")]
    public void A_call_without_its_id_or_its_number_is_none(string sid, string to) =>
        Assert.Null(InboundCall.Read(Form(TwilioWebhook.Call(sid, to)), Query(TwilioPaths.VoiceOf(Id, 1))));

    private static QueryCollection Query(string path) => new(QueryHelpers.ParseQuery(new Uri("https://oncall.example.org" + path).Query));

    private static FormCollection Form(IReadOnlyDictionary<string, string> fields) => new(fields.ToDictionary(f => f.Key, f => new StringValues(f.Value)));
}
