using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OnCall.Application.Notifications;
using OnCall.Channels.Sms;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Sms;

public sealed class TwilioWebhookFormTests
{
    [Theory]
    [InlineData("sent", null, DeliveryStatus.Accepted)]
    [InlineData("delivered", null, DeliveryStatus.Delivered)]
    [InlineData("undelivered", "30003", DeliveryStatus.FailedForNow)]
    [InlineData("undelivered", "30005", DeliveryStatus.FailedForGood)]
    [InlineData("failed", "21610", DeliveryStatus.FailedForGood)]
    [InlineData("failed", null, DeliveryStatus.FailedForNow)]
    public void A_callback_becomes_a_receipt(string status, string? error, DeliveryStatus expected)
    {
        var receipt = TwilioStatusReceipt.Read(Form(TwilioWebhook.Status("SM1", status, error)), QueryCollection.Empty);

        Assert.NotNull(receipt);
        Assert.Equal((ContactMethodKind.Sms, "SM1", expected), (receipt.Kind, receipt.ProviderId, receipt.Status));
    }

    [Theory]
    [InlineData("SM1", "queued")]
    [InlineData("SM1", "sending")]
    [InlineData("SM1", "accepted")]
    [InlineData("", "delivered")]
    [InlineData("SM1", "something new")]
    public void A_callback_without_news_is_no_receipt(string sid, string status) =>
        Assert.Null(TwilioStatusReceipt.Read(Form(TwilioWebhook.Status(sid, status)), QueryCollection.Empty));

    [Fact]
    public void The_address_of_a_callback_says_which_attempt_it_is_about()
    {
        var id = new NotificationId(new Guid("00000000-0000-7000-8000-00000000000a"));
        var query = new QueryCollection(QueryHelpers.ParseQuery(new Uri("https://oncall.example.org" + TwilioPaths.StatusOf(id, 2)).Query));

        var receipt = TwilioStatusReceipt.Read(Form(TwilioWebhook.Status("SM1", "delivered")), query);

        Assert.Equal((id, 2), (receipt?.Notification, receipt?.Attempt));
    }

    [Fact]
    public void An_inbound_message_is_read_and_keeps_its_sender_out_of_the_log()
    {
        var sms = InboundSms.Read(Form(TwilioWebhook.Sms("+15550100", "#A1B2 Y", "SM7")));

        Assert.Equal(new InboundSms("SM7", "+15550100", "#A1B2 Y"), sms);
        Assert.Equal("SM7", $"{sms}");
        Assert.Null(InboundSms.Read(Form(TwilioWebhook.Sms("", "Y"))));
    }

    [Theory]
    [InlineData("STOP", null, false, true)]
    [InlineData(" stopall ", null, false, true)]
    [InlineData("Unsubscribe", null, false, true)]
    [InlineData("adios", "STOP", false, true)]
    [InlineData("START", null, true, true)]
    [InlineData("unstop", null, true, true)]
    [InlineData("hola", "START", true, true)]
    [InlineData("Yes", null, true, false)]
    [InlineData("Yes", "START", true, false)]
    [InlineData("#A1B2 Y", null, null, false)]
    [InlineData("stop calling me", null, null, false)]
    [InlineData("HELP", "HELP", null, false)]
    public void An_opt_out_is_told_from_a_reply(string body, string? type, bool? optsIn, bool isForProvider)
    {
        var fields = new Dictionary<string, string>(TwilioWebhook.Sms("+15550100", body), StringComparer.Ordinal);
        if (type is not null)
        {
            fields["OptOutType"] = type;
        }

        var sms = InboundSms.Read(Form(fields));

        Assert.Equal((optsIn, isForProvider), (sms?.OptsIn, sms?.IsForProvider));
    }

    [Theory]
    [InlineData("Taken by you & R. \u0001 <Doe> 💓", "<?xml version=\"1.0\" encoding=\"utf-8\"?><Response><Message>Taken by you &amp; R.  &lt;Doe&gt; 💓</Message></Response>")]
    [InlineData(null, "<?xml version=\"1.0\" encoding=\"utf-8\"?><Response />")]
    public void The_answer_is_markup_that_any_words_fit_into(string? message, string expected) => Assert.Equal(expected, TwimlReply.Write(message));

    private static FormCollection Form(IReadOnlyDictionary<string, string> fields) =>
        new(fields.ToDictionary(f => f.Key, f => new StringValues(f.Value)));
}
