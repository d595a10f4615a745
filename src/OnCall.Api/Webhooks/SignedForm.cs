using OnCall.Api.Problems;
using OnCall.Application;
using OnCall.Channels.Twilio;

namespace OnCall.Api.Webhooks;

/// <summary>What the telephony provider posts: read and proven to be its own, or refused.</summary>
internal static class SignedForm
{
    /// <summary>The form, where its signature is right; null where it is not, or where the channel is not configured.</summary>
    internal static async Task<IFormCollection?> ReadAsync(HttpContext context, TwilioOptions options, CancellationToken cancellationToken)
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

    internal static IResult Refused() => Problem.From(new Refusal(
        RefusalKind.Forbidden, "unsigned-webhook", "Not signed",
        "The request does not carry a right signature for its public address. Nothing was taken. Check OnCall__PublicUrl and the account's token."));
}
