using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace OnCall.Api.Auth.OpenId;

/// <summary>Sends a browser to the provider. Where it comes back to is answered by <see cref="OpenIdHandler"/>.</summary>
internal static class OpenIdEndpoints
{
    internal static void MapOpenId(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<OpenIdSettings>>().Value.IsConfigured)
        {
            routes.MapGet("/sign-in/openid", BeginAsync).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static async Task<IResult> BeginAsync(HttpContext context, OpenIdProvider provider, string? to, string? own, CancellationToken cancellationToken)
    {
        if (await provider.FindAsync(cancellationToken) is null)
        {
            return TypedResults.LocalRedirect(TroubleText.Address(OpenIdTrouble.Away, to));
        }

        var asked = new AuthenticationProperties { RedirectUri = "/" };
        asked.Items[OpenIdHandler.To] = OwnPath.Or(to, "/");
        if (string.Equals(own, "true", StringComparison.Ordinal))
        {
            asked.Items[OpenIdHandler.Own] = "true";
            if (IsOurs(context.Request))
            {
                asked.Items[OpenIdHandler.Silent] = "true";
            }
        }

        return TypedResults.Challenge(asked, [Schemes.OpenId]);
    }

    // Fetch Metadata Request Headers, 2.4: sent by the browser itself, where the way is encrypted or within the machine. A link in another site, or in
    // a mail that is read in a browser, must not sign somebody in who did not ask for it.
    private static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none";
}
