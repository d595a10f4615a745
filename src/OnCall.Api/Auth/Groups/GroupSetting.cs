namespace OnCall.Api.Auth.Groups;

/// <summary>One group and what it gives.</summary>
internal sealed class GroupSetting
{
    /// <summary>As the OpenID Connect provider names it, or an LDAP group's distinguished name.</summary>
    public string? Group { get; set; }

    /// <summary><c>staff</c>, <c>dispatcher</c>, <c>scheduler</c>, <c>admin</c> or <c>auditor</c>.</summary>
    public string? Permission { get; set; }

    /// <summary>Code of the unit that it is for; null for the whole hospital.</summary>
    public string? OrgUnit { get; set; }
}
