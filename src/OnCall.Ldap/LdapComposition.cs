using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OnCall.Application.Access.Passwords;

namespace OnCall.Ldap;

/// <summary>Registers the directory that knows passwords.</summary>
public static class LdapComposition
{
    /// <summary>
    /// Reads the settings under <c>OnCall:SignIn:Ldap</c>; a wrong one stops the start with a line that names it. Without a host there is no
    /// <see cref="IPasswordDirectory"/>.
    /// </summary>
    public static IServiceCollection AddLdap(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(LdapOptions.Section);
        services.AddSingleton<IValidateOptions<LdapOptions>>(new LdapOptionsValidator(static () => LdapLibrary.Missing(LdapLibrary.Names)));
        services.AddOptions<LdapOptions>().Bind(section).ValidateOnStart();
        return string.IsNullOrWhiteSpace(section[nameof(LdapOptions.Host)]) ? services : services.AddSingleton<IPasswordDirectory, LdapDirectory>();
    }
}
