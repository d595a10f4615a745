using Microsoft.AspNetCore.Authentication.OAuth;

namespace OnCall.Api.Auth.OpenId;

/// <summary>The framework's OAuth handler as OnCall uses it: its endpoints are the provider's, and known when it is first asked.</summary>
internal sealed class OpenIdHandlerOptions : OAuthOptions
{
    /// <summary>The house's name for itself; null where a request's host is all that is known.</summary>
    public string? PublicUrl { get; set; }

    // The settings were checked at the start.
    public override void Validate()
    {
    }
}
