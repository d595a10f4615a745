using OnCall.Api.Refusals;
using OnCall.Application;
using OnCall.Application.Telemetry;
using OnCall.Channels.Twilio;

namespace OnCall.Api.Webhooks;

/// <summary>A form that the provider signed, about the account that is configured here.</summary>
internal sealed record SignedForm(IFormCollection Fields)
{
    private const string Account = "AccountSid";

    private static readonly Refusal Unsigned = new(
        RefusalKind.Forbidden, "unsigned-webhook", "Not signed",
        "The request does not carry a right signature for its public address. Nothing was taken. Check OnCall__PublicUrl and the account's token.");

    private static readonly Refusal OtherAccount = new(
        RefusalKind.Forbidden, "other-account", "About another account",
        "The form's AccountSid is not the one that is configured here. Nothing was taken. Check OnCall__Channels__Twilio__AccountSid, and which account's number calls this address.");

    /// <summary>The form, where its signature and its account are right and the channel is configured.</summary>
    internal static async Task<Answer<SignedForm>> ReadAsync(HttpRequest request, TwilioOptions options, CancellationToken cancellationToken)
    {
        var read = await CheckedAsync(request, options, cancellationToken);
        if (!read.Ok)
        {
            request.HttpContext.Features.Set(new RefusedAs(RefusalReason.UnsignedWebhook));
        }

        return read;
    }

    private static async Task<Answer<SignedForm>> CheckedAsync(HttpRequest request, TwilioOptions options, CancellationToken cancellationToken)
    {
        if (!options.IsConfigured || !request.HasFormContentType)
        {
            return Unsigned;
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // What cannot be read cannot have been signed.
            return Unsigned;
        }

        var url = options.WebhookUrl(request.Path + request.QueryString);
        return !TwilioSignature.Matches(options.AuthToken ?? "", request.Headers[TwilioSignature.Header], url, form) ? Unsigned
            : !IsOurs(form, options) ? OtherAccount
            : new SignedForm(form);
    }

    // Several accounts may share a token's owner and one public address: what another one's number hears is not for us.
    private static bool IsOurs(IFormCollection form, TwilioOptions options) =>
        form[Account] is [{ } account] && string.Equals(account, options.AccountSid?.Trim(), StringComparison.Ordinal);
}
