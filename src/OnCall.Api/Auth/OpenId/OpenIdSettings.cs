namespace OnCall.Api.Auth.OpenId;

/// <summary>Settings of signing in by an OpenID Connect provider: <c>OnCall__SignIn__OpenId__*</c>.</summary>
internal sealed class OpenIdSettings
{
    public const string Section = "OnCall:SignIn:OpenId";

    /// <summary>The provider's issuer, such as <c>https://login.hospital.example/realms/staff</c>; without it there is no such sign-in.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>Null for a public client, which has none.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file whose first line is the secret.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>What the button says.</summary>
    public string Name { get; set; } = "your hospital's sign-in";

    /// <summary>Asked for, with spaces between; <c>openid</c> is among them.</summary>
    public string Scopes { get; set; } = "openid profile";

    public string EmployeeNoClaim { get; set; } = "employee_number";

    public string GroupsClaim { get; set; } = "groups";

    /// <summary>Whom access tokens are for that open the API; null: none do.</summary>
    public string? Audience { get; set; }

    /// <summary>False only for a provider on this machine.</summary>
    public bool RequireHttps { get; set; } = true;

    /// <summary>Whether the provider lets nobody in without a second factor, so that OnCall asks for none.</summary>
    public bool ProvesSecondFactor { get; set; }

    /// <summary>The <c>acr</c> that says that a second factor was shown; null when none does.</summary>
    public string? SecondFactorAcr { get; set; }

    internal bool IsConfigured => !string.IsNullOrWhiteSpace(Authority);
}
