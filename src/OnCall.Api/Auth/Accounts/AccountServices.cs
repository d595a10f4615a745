using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OnCall.Api.Settings;

namespace OnCall.Api.Auth.Accounts;

/// <summary>ASP.NET Core Identity over the house's own stores: password hashes and passkeys. Sessions, tries and codes are the house's.</summary>
internal static class AccountServices
{
    /// <summary>Of PBKDF2 with HMAC-SHA-512, as OWASP's password storage cheat sheet asks for it.</summary>
    internal const int Rounds = 210_000;

    internal static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Hashing().IterationCount);
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<OnCallOptions>>((passkeys, options) =>
        {
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "preferred";

            // The host that a request names is not to be trusted where the house says what it is called.
            passkeys.ServerDomain = string.IsNullOrEmpty(options.Value.PublicUrl) ? null : new Uri(options.Value.PublicUrl).Host;
        });
        services.AddScoped<AccountUsers>();
        services.AddScoped<IUserStore<AccountUser>>(s => s.GetRequiredService<AccountUsers>());
        services.AddScoped<IPasswordHasher<AccountUser>, PasswordHasher<AccountUser>>();
        services.AddScoped<ILookupNormalizer, AsWritten>();
        services.AddScoped<IdentityErrorDescriber>();
        services.AddScoped<UserManager<AccountUser>>();
        services.AddScoped<IPasskeyHandler<AccountUser>, PasskeyHandler<AccountUser>>();
        services.AddSingleton<NameTries>();
        services.AddScoped<DirectorySignIn>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<Passwords>();
        return services;
    }

    internal static PasswordHasherOptions Hashing() => new() { IterationCount = Rounds };

    /// <summary>Numbers are compared by the database.</summary>
    private sealed class AsWritten : ILookupNormalizer
    {
        public string? NormalizeEmail(string? email) => email;

        public string? NormalizeName(string? name) => name;
    }
}
