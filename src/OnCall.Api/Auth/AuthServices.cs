using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using OnCall.Api.Auth.Accounts;
using OnCall.Api.Auth.Groups;
using OnCall.Api.Auth.OpenId;
using OnCall.Api.Auth.Sessions;
using OnCall.Api.Exports;
using OnCall.Api.Settings;
using OnCall.Application.Access;
using OnCall.Application.Access.Sessions;
using OnCall.Application.Exports;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth;

/// <summary>Nothing is open unless it says so: an endpoint without a word about access wants a caller.</summary>
internal static class AuthServices
{
    internal static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IKeyGuard, KeyGuard>();
        services.AddKeyMemory();
        services.AddSingleton<PersonCache>();
        services.AddSingleton<SignInMemory>();
        services.AddSingleton<IKeyCache>(s => s.GetRequiredService<SignInMemory>());
        services.AddSingleton<SessionCache>();
        services.AddSingleton<ISessionCache>(s => s.GetRequiredService<SignInMemory>());
        services.AddSingleton<LiveSignIn>();
        services.AddSingleton<SessionEvents>();
        services.AddAccounts();
        services.AddSignIn();
        services.AddGroupRules();
        services.AddOpenId(configuration);
        services.AddAuthentication(Schemes.Key)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(Schemes.Key, o => o.ForwardDefaultSelector = SessionInstead)
            .AddCookie(Schemes.Session, Cookie);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(o =>
        {
            o.HeaderName = SessionForgery.Header;
            o.Cookie.Name = "oncall-forgery";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    /// <summary>Keys alone: a worker shows no screen and has no sessions. Only what asks for a caller wants one.</summary>
    internal static IServiceCollection AddKeyAccess(this IServiceCollection services)
    {
        services.AddKeyMemory();
        services.AddAuthentication(Schemes.Key).AddScheme<AuthenticationSchemeOptions, KeyHandler>(Schemes.Key, null);
        return services.AddAuthorization();
    }

    private static void AddKeyMemory(this IServiceCollection services) => services
        .AddSingleton<KeyCache>()
        .AddSingleton<KeyUses>()
        .AddHostedService(s => s.GetRequiredService<KeyUses>());

    // A key where there is one; a scheme that passes on costs a program less than one that only chooses between two others.
    private static string? SessionInstead(HttpContext context) =>
        context.Request.Headers.Authorization.Count == 0 && (BrowserRequest.HasSession(context.Request) || BrowserRequest.IsScreen(context.Request))
            ? Schemes.Session
            : null;

    private static void Cookie(CookieAuthenticationOptions session)
    {
        session.EventsType = typeof(SessionEvents);
        session.LoginPath = "/sign-in";
        session.ReturnUrlParameter = "to";
        session.Cookie.Name = BrowserRequest.SessionCookie;
        session.Cookie.HttpOnly = true;

        // Lax: a link to a page in a mail or message opens signed in; posts from other sites come without the session.
        session.Cookie.SameSite = SameSiteMode.Lax;
        session.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

        // The cookie outlives no session: the session's row says when that ends.
        session.ExpireTimeSpan = Session.LongestOf(shared: false).ToTimeSpan();
        session.SlidingExpiration = false;
    }
}
