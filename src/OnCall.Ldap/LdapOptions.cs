namespace OnCall.Ldap;

/// <summary>Settings of sign-in by LDAP or Active Directory: <c>OnCall__SignIn__Ldap__*</c>.</summary>
public sealed class LdapOptions
{
    /// <summary>The section that they are read from.</summary>
    public const string Section = "OnCall:SignIn:Ldap";

    /// <summary>A name that the server's certificate holds. Unset, there is no sign-in by LDAP.</summary>
    public string? Host { get; set; }

    /// <summary>636 with LDAPS, otherwise 389, when left out.</summary>
    public int? Port { get; set; }

    public LdapSecurity Security { get; set; } = LdapSecurity.Ldaps;

    /// <summary>Goes with <see cref="LdapSecurity.Plain"/>, for a server of this very machine.</summary>
    public bool AllowPlainOnLoopback { get; set; }

    /// <summary>The certificates (PEM) that the server's is checked against; the system's when left out.</summary>
    public string? CaFile { get; set; }

    /// <summary>The account that looks people up.</summary>
    public string? BindDn { get; set; }

    public string? BindPassword { get; set; }

    /// <summary>The file whose first line is the account's password, read at each sign-in; instead of <see cref="BindPassword"/>.</summary>
    public string? BindPasswordFile { get; set; }

    /// <summary>The entry below which people are looked for.</summary>
    public string? PeopleBase { get; set; }

    /// <summary>Finds one person (RFC 4515); <c>{0}</c> is the user name, escaped.</summary>
    public string UserFilter { get; set; } = "(|(uid={0})(sAMAccountName={0}))";

    public string EmployeeNoAttribute { get; set; } = "employeeNumber";

    /// <summary>Where an entry lacks it, its <c>cn</c> is shown.</summary>
    public string NameAttribute { get; set; } = "displayName";

    /// <summary>The entry below which groups are looked for. Left out, groups are those of <c>memberOf</c>; in AD those of the whole domain.</summary>
    public string? GroupsBase { get; set; }

    /// <summary>Finds the groups of a member (RFC 4515); <c>{0}</c> is the member's distinguished name, escaped.</summary>
    public string GroupFilter { get; set; } = "(|(member={0})(uniqueMember={0}))";

    /// <summary>Groups of groups count too.</summary>
    public bool NestedGroups { get; set; } = true;

    /// <summary>In seconds (1 to 60): what a sign-in may take as a whole, and each step of it.</summary>
    public int TimeoutSeconds { get; set; } = 5;

    internal bool IsConfigured => !string.IsNullOrWhiteSpace(Host);

    internal int PortInUse => Port ?? (Security == LdapSecurity.Ldaps ? 636 : 389);

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);
}
