using Microsoft.Extensions.Options;
using OnCall.Api.Composition;
using OnCall.Api.Description;
using OnCall.Api.Limits;
using OnCall.Api.Problems;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Channels.Sms;
using OnCall.Channels.Twilio;
using OnCall.Channels.Voice;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Webhooks;

/// <summary>What the telephony provider calls. Signed or refused; nothing else stands before a reply.</summary>
internal static class TwilioWebhooks
{
    private const long LargestForm = 64 * 1024;

    internal static void MapTwilio(this IEndpointRouteBuilder routes)
    {
        // Open to callers without a key: the signature is the proof.
        var twilio = routes.MapGroup("/webhooks/twilio").AllowAnonymous().NeverLimited().DisableAntiforgery().WithTags("Webhooks")
            .Refuses(ProblemTypes.UnsignedWebhook, ProblemTypes.OtherAccount, ProblemTypes.BodyTooLarge, ProblemTypes.UnsupportedMediaType, ProblemTypes.Unexpected);
        twilio.MapPost("/sms", SmsAsync).TakesUpTo(LargestForm)
            .WithSummary("A reply by SMS").WithDescription("The form that Twilio posts and signs for an inbound message.").Produces<string>(200, TwimlReply.ContentType);
        twilio.MapPost("/voice", VoiceAsync).TakesUpTo(LargestForm)
            .WithSummary("A call that was answered, or a key pressed in it").WithDescription("The form that Twilio posts and signs when a human answers, and when a key is pressed.").Produces<string>(200, VoiceTwiml.ContentType);
        twilio.MapPost("/status", StatusAsync).TakesUpTo(LargestForm)
            .WithSummary("What became of a message or a call").WithDescription("The form that Twilio posts and signs as a status callback.").Produces(204);
    }

    private static async Task<IResult> SmsAsync(HttpContext context, IOptions<TwilioOptions> options, AnswerSms answer, RecordOptOut optOut, CancellationToken cancellationToken)
    {
        var form = await SignedForm.ReadAsync(context.Request, options.Value, cancellationToken);
        if (!form.Ok)
        {
            return Problem.From(form.Refusal);
        }

        if (InboundSms.Read(form.Value.Fields) is not { } sms)
        {
            return TypedResults.Text(TwimlReply.Write(null), TwimlReply.ContentType);
        }

        if (sms.OptsIn is { } optsIn)
        {
            await optOut.RunAsync(ContactMethodKind.Sms, sms.From, optsIn, cancellationToken);
        }

        if (sms.IsForProvider)
        {
            return TypedResults.Text(TwimlReply.Write(null), TwimlReply.ContentType);
        }

        var reply = SmsReply.Parse(sms.Body);
        bool? takes = reply.Kind switch
        {
            SmsReplyKind.Yes => true,
            SmsReplyKind.No => false,
            SmsReplyKind.Text => null,
        };
        var text = await answer.RunAsync(new SmsAnswer(sms.From, reply.Reference, takes, reply.Text, sms.MessageSid), cancellationToken);
        return TypedResults.Text(TwimlReply.Write(text), TwimlReply.ContentType);
    }

    private static async Task<IResult> StatusAsync(HttpContext context, IOptions<TwilioOptions> options, RecordReceipt record, CancellationToken cancellationToken)
    {
        var form = await SignedForm.ReadAsync(context.Request, options.Value, cancellationToken);
        if (!form.Ok)
        {
            return Problem.From(form.Refusal);
        }

        if (TwilioStatusReceipt.Read(form.Value.Fields, context.Request.Query) is { } receipt)
        {
            await record.RunAsync(receipt, cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private static async Task<IResult> VoiceAsync(
        HttpContext context, IOptions<TwilioOptions> options, AnswerVoice answer, RecordReceipt record, CancellationToken cancellationToken)
    {
        var form = await SignedForm.ReadAsync(context.Request, options.Value, cancellationToken);
        if (!form.Ok)
        {
            return Problem.From(form.Refusal);
        }

        if (InboundCall.Read(form.Value.Fields, context.Request.Query) is not { } call)
        {
            return Spoken(VoiceTwiml.HangUp());
        }

        if (call.OfMachine() is { } receipt)
        {
            await record.RunAsync(receipt, cancellationToken);
            return Spoken(VoiceTwiml.HangUp());
        }

        var reply = await answer.RunAsync(call.ToAnswer(), cancellationToken);
        return Spoken(VoiceTwiml.Write(reply, options.Value.WebhookUrl(TwilioPaths.VoiceOf(call.Notification, call.Attempt))));
    }

    private static IResult Spoken(string twiml) => TypedResults.Text(twiml, VoiceTwiml.ContentType);
}
