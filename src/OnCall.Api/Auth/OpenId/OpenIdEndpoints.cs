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
        }

        return TypedResults.Challenge(asked, [Schemes.OpenId]);
    }
}
