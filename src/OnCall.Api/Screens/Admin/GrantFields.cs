using OnCall.Application;
using OnCall.Application.Directory;

namespace OnCall.Api.Screens.Admin;

/// <summary>A permission, as chosen.</summary>
internal sealed class GrantFields
{
    /// <summary>As the API writes it; empty is none, and left out.</summary>
    public string? Permission { get; set; }

    /// <summary>Empty: the whole hospital.</summary>
    public string? OrgUnit { get; set; }

    internal static GrantFields Of(GrantView grant) => new() { Permission = CamelCase.Of(grant.Permission.ToString()), OrgUnit = grant.OrgUnit };
}
