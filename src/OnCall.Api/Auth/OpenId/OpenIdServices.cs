using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;
using OnCall.Api.Settings;

namespace OnCall.Api.Auth.OpenId;

/// <summary>Signing in by an OpenID Connect provider, and its access tokens on the API: there only where one is set.</summary>
internal static class OpenIdServices
{
    internal static void AddOpenId(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(OpenIdSettings.Section);
        services.AddOptions<OpenIdSettings>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenIdSettings>, OpenIdSettingsValidator>();
        if (string.IsNullOrWhiteSpace(section[nameof(OpenIdSettings.Authority)]))
        {
            return;
        }

        services.AddSingleton<ProviderClient>();
        services.AddSingleton<OpenIdProvider>();
        services.AddSingleton<TokenRules>();
        services.AddSingleton<TokenExchange>();
        services.AddSingleton<IdentityCheck>();
        services.AddSingleton<OpenIdSignIn>();
        services.AddSingleton<OpenIdEvents>();
        services.AddOptions<OpenIdHandlerOptions>(Schemes.OpenId).Configure<IOptions<OpenIdSettings>, IOptions<OnCallOptions>, ProviderClient>(Set);
        new AuthenticationBuilder(services).AddOAuth<OpenIdHandlerOptions, OpenIdHandler>(Schemes.OpenId, _ => { });
        if (!string.IsNullOrWhiteSpace(section[nameof(OpenIdSettings.Audience)]))
        {
            services.AddSingleton<BearerTokens>();
        }
    }

    private static void Set(OpenIdHandlerOptions handler, IOptions<OpenIdSettings> settings, IOptions<OnCallOptions> house, ProviderClient client)
    {
        handler.PublicUrl = house.Value.PublicUrl;
        handler.ClientId = settings.Value.ClientId!;
        handler.CallbackPath = OpenIdHandler.CallbackPath;
        handler.SignInScheme = Schemes.Session;
        handler.EventsType = typeof(OpenIdEvents);
        handler.Backchannel = client.Http;
        handler.UsePkce = true;
        handler.AuthorizationEndpoint = "";
        handler.Scope.Clear();
        foreach (var scope in settings.Value.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            handler.Scope.Add(scope);
        }

        // Lax: the provider sends the browser back by a link, and a house without TLS has no cookies for other sites.
        handler.CorrelationCookie.Name = "oncall-openid.";
        handler.CorrelationCookie.SameSite = SameSiteMode.Lax;
        handler.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
