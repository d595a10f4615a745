using Microsoft.Extensions.Options;
using OnCall.Api.Composition;
using OnCall.Api.Problems;
using OnCall.Application;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Channels.Sms;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Webhooks;

/// <summary>What the SMS provider calls. Signed or refused; nothing else stands before a reply.</summary>
internal static class TwilioWebhooks
{
    private const long LargestForm = 64 * 1024;

    internal static void MapTwilio(this IEndpointRouteBuilder routes)
    {
        // Open to callers without a key: the signature is the proof.
        var twilio = routes.MapGroup("/webhooks/twilio").AllowAnonymous().DisableAntiforgery().WithTags("Webhooks");
        twilio.MapPost("/sms", SmsAsync).TakesUpTo(LargestForm)
            .WithSummary("A reply by SMS").Produces<string>(200, TwimlReply.ContentType).ProducesProblem(403);
        twilio.MapPost("/status", StatusAsync).TakesUpTo(LargestForm)
            .WithSummary("What became of a message").Produces(204).ProducesProblem(403);
    }

    private static async Task<IResult> SmsAsync(HttpContext context, IOptions<TwilioOptions> options, AnswerSms answer, RecordOptOut optOut, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context, options.Value, cancellationToken) is not { } form)
        {
            return Unsigned();
        }

        if (InboundSms.Read(form) is not { } sms)
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
        if (await ReadAsync(context, options.Value, cancellationToken) is not { } form)
        {
            return Unsigned();
        }

        if (TwilioStatusReceipt.Read(form, context.Request.Query) is { } receipt)
        {
            await record.RunAsync(receipt, cancellationToken);
        }

        return TypedResults.NoContent();
    }

    /// <summary>The form, where its signature is right; null where it is not, or where the channel is not configured.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpContext context, TwilioOptions options, CancellationToken cancellationToken)
    {
        if (!options.IsConfigured || !context.Request.HasFormContentType)
        {
            return null;
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // What cannot be read cannot have been signed.
            return null;
        }

        var url = options.WebhookUrl(context.Request.Path + context.Request.QueryString);
        return TwilioSignature.Matches(options.AuthToken ?? "", context.Request.Headers[TwilioSignature.Header], url, form) ? form : null;
    }

    private static IResult Unsigned() => Problem.From(new Refusal(
        RefusalKind.Forbidden, "unsigned-webhook", "Not signed",
        "The request does not carry a right signature for its public address. Nothing was taken. Check OnCall__PublicUrl and the account's token."));
}
