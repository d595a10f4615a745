using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using OnCall.Api.Auth.Accounts;
using OnCall.Api.Auth.Passkeys;
using OnCall.Api.Auth.SecondFactor;

namespace OnCall.Api.Auth;

/// <summary>The steps of signing in.</summary>
internal static class SignInServices
{
    internal static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddSingleton(s => Cookie<PendingSignIn>(s, "oncall-signing-in", SameSiteMode.Lax))
        .AddSingleton(s => Cookie<PendingEnrolment>(s, "oncall-enrolling", SameSiteMode.Strict))
        .AddSingleton(s => Cookie<PasskeyState>(s, "oncall-passkey", SameSiteMode.Strict))
        .AddSingleton<Authenticator>()
        .AddSingleton<SignInSteps>()
        .AddSingleton<PasskeyRefusal>()
        .AddScoped<PasskeySignIn>()
        .AddScoped<OwnPasskeys>();

    private static SealedCookie<T> Cookie<T>(IServiceProvider services, string name, SameSiteMode sameSite)
        where T : class =>
        new(name, "/", sameSite, services.GetRequiredService<IDataProtectionProvider>(), services.GetRequiredService<IClock>());
}
