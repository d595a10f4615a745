using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace OnCall.Api.Auth.OpenId;

/// <summary>What comes of the provider's answer: a session, a second step, or a sentence on the sign-in screen.</summary>
internal sealed class OpenIdEvents(OpenIdSignIn signIn, ILogger<OpenIdEvents> log) : OAuthEvents
{
    private static readonly Action<ILogger, OpenIdTrouble, string, Exception?> Refused = LoggerMessage.Define<OpenIdTrouble, string>(
        LogLevel.Warning, new EventId(1, nameof(Refused)), "Somebody did not come in by OpenID Connect ({Trouble}): {Why}");

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var asked = context.Properties!;
        var to = asked.Items.TryGetValue(OpenIdHandler.To, out var path) ? path : null;
        var vouched = context.HttpContext.Features.Get<Vouched>()!;
        context.Response.Redirect(await signIn.RunAsync(context.HttpContext, vouched, asked.Items.ContainsKey(OpenIdHandler.Own), to, context.HttpContext.RequestAborted));
        context.HandleResponse();
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var trouble = context.Failure is OpenIdFailure failure ? failure.Trouble : Trouble(context);
        Refused(log, trouble, context.Failure is OpenIdFailure known ? known.Message : trouble.ToString(), null);
        var to = context.Properties is { } asked && asked.Items.TryGetValue(OpenIdHandler.To, out var path) ? path : null;
        context.Response.Redirect(TroubleText.Address(trouble, to));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    // The framework's own failures are words: the state is not of this browser, or the provider's answer is an error.
    private static OpenIdTrouble Trouble(RemoteFailureContext context) =>
        context.Properties is null || context.Failure?.Message == "Correlation failed." ? OpenIdTrouble.Lost
        : context.Request.Query.ContainsKey("error") ? OpenIdTrouble.Denied
        : OpenIdTrouble.Untrusted;
}
