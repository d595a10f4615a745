using Microsoft.Extensions.Options;

namespace OnCall.Api.Auth.OpenId;

/// <summary>Settings that nobody could sign in by, or that would show secrets on the wire.</summary>
internal sealed class OpenIdSettingsValidator : IValidateOptions<OpenIdSettings>
{
    public ValidateOptionsResult Validate(string? name, OpenIdSettings options)
    {
        if (!options.IsConfigured)
        {
            return options is { ClientId: null or "", ClientSecret: null or "", ClientSecretFile: null or "", Audience: null or "" }
                ? ValidateOptionsResult.Skip
                : Fail(nameof(options.Authority), "is missing, though other settings of OpenID Connect are there.");
        }

        return (Provider(options) ?? Client(options)) is var (setting, why) ? Fail(setting, why) : ValidateOptionsResult.Success;
    }

    private static (string Setting, string Why)? Provider(OpenIdSettings options) =>
        !Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || authority is not { Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" }
            ? (nameof(options.Authority), "is not an https address without a query, such as https://login.hospital.example/realms/staff.")
            : authority switch
            {
                _ when !options.RequireHttps && !authority.IsLoopback => (nameof(options.RequireHttps), "is false, though Authority is not this machine: passwords and tokens would be readable on the wire."),
                { Scheme: "http" } when options.RequireHttps => (nameof(options.Authority), "is not an https address. For a provider of this machine RequireHttps=false goes with it."),
                _ => null,
            };

    private static (string Setting, string Why)? Client(OpenIdSettings options) => options switch
    {
        { ClientId: null or "" } => (nameof(options.ClientId), "is missing: the name by which the provider knows OnCall."),
        { ClientSecret.Length: > 0, ClientSecretFile.Length: > 0 } => (nameof(options.ClientSecretFile), "is set, though ClientSecret is too: one of them."),
        { ClientSecretFile.Length: > 0 } when ClientSecret.Read(options) is null => (nameof(options.ClientSecretFile), "cannot be read, or its first line is empty."),
        _ when !options.Scopes.Split(' ').Contains("openid", StringComparer.Ordinal) => (nameof(options.Scopes), "does not hold openid."),
        _ when string.IsNullOrWhiteSpace(options.EmployeeNoClaim) => (nameof(options.EmployeeNoClaim), "is empty: the claim that holds the employee number."),
        _ when string.IsNullOrWhiteSpace(options.GroupsClaim) => (nameof(options.GroupsClaim), "is empty: the claim that holds the groups."),
        _ when string.IsNullOrWhiteSpace(options.Name) => (nameof(options.Name), "is empty: what the button says."),

        // Else what the provider says to OnCall of a sign-in would open the API for whoever gets hold of it.
        _ when string.Equals(options.Audience, options.ClientId, StringComparison.Ordinal) => (nameof(options.Audience), "is the same as ClientId: give the API a name of its own at the provider."),
        _ => null,
    };

    private static ValidateOptionsResult Fail(string setting, string why) => ValidateOptionsResult.Fail($"OnCall__SignIn__OpenId__{setting} {why}");
}
