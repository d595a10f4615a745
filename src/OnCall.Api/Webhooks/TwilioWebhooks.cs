using System.Diagnostics;
using Microsoft.Extensions.Options;
using OnCall.Api.Composition;
using OnCall.Api.Description;
using OnCall.Api.Limits;
using OnCall.Api.Problems;
using OnCall.Application;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Channels.Sms;
using OnCall.Channels.Twilio;
using OnCall.Channels.Voice;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;

namespace OnCall.Api.Webhooks;

/// <summary>What the telephony provider calls. Signed or refused; nothing else stands before a reply.</summary>
internal static partial class TwilioWebhooks
{
    /// <summary>What is sent or said where nobody knows whether an answer was taken.</summary>
    internal const string NotKnown = "OnCall could not write this down in time. It is not known whether you have it. Call the desk.";

    // The provider hangs up after 15 s (https://www.twilio.com/docs/usage/webhooks/webhooks-faq).
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

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

    private static async Task<IResult> SmsAsync(HttpContext context, IOptions<TwilioOptions> options, AnswerSms answer, RecordOptOut optOut, ILogger<AnswerSms> log, CancellationToken cancellationToken)
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

        var opting = sms.OptsIn is { } optsIn ? optOut.RunAsync(ContactMethodKind.Sms, sms.From, optsIn, CancellationToken.None) : Task.CompletedTask;
        if (sms.IsForProvider)
        {
            await opting;
            return TypedResults.Text(TwimlReply.Write(null), TwimlReply.ContentType);
        }

        var reply = SmsReply.Parse(sms.Body);
        bool? takes = reply.Kind switch
        {
            SmsReplyKind.Yes => true,
            SmsReplyKind.No => false,
            SmsReplyKind.Text => null,
        };
        var answering = answer.RunAsync(new SmsAnswer(sms.From, reply.Reference, takes, reply.Text, sms.MessageSid), cancellationToken);
        var (opted, since) = (OptedAsync(opting, log), Stopwatch.GetTimestamp());
        var text = await InTimeAsync(answering, log, cancellationToken) ?? NotKnown;

        // Where the node is told to end, a request that is being answered is waited for, and so its consent too.
        var left = Longest - Stopwatch.GetElapsedTime(since);
        await opted.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        HttpContext context, IOptions<TwilioOptions> options, AnswerVoice answer, RecordReceipt record, ILogger<AnswerVoice> log, CancellationToken cancellationToken)
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

        var reply = await InTimeAsync(answer.RunAsync(call.ToAnswer(), cancellationToken), log, cancellationToken) ?? new VoiceReply(SpokenLanguage.BritishEnglish, NotKnown);
        return Spoken(VoiceTwiml.Write(reply, options.Value.WebhookUrl(TwilioPaths.VoiceOf(call.Notification, call.Attempt))));
    }

    // Whoever answered hears something in any case: silence would be taken for yes. Null where it is not known what came of it.
    private static async Task<T?> InTimeAsync<T>(Task<T> answering, ILogger log, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await answering.WaitAsync(Longest, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotKnown(log, error);
            return null;
        }
    }

    // An answer counts, whether the number's consent can be written or not, and is told however long that takes.
    private static async Task OptedAsync(Task opting, ILogger log)
    {
        try
        {
            await opting;
        }
        catch (Exception error)
        {
            LogNotOpted(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What came of an answer by telephone is not known: the database did not answer in time, or something broke")]
    private static partial void LogNotKnown(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "That a number takes SMS again could not be written")]
    private static partial void LogNotOpted(ILogger log, Exception error);

    private static IResult Spoken(string twiml) => TypedResults.Text(twiml, VoiceTwiml.ContentType);
}
