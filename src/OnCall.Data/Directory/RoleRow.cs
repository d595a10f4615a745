using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>A role as its row has it.</summary>
internal sealed class RoleRow
{
    public RoleId RoleId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public OrgUnitId? OrgUnit { get; set; }

    public PolicyId? Policy { get; set; }

    public RoleId? FallbackRole { get; set; }

    public string Coverage { get; set; } = "";

    public string? TimeZone { get; set; }

    /// <summary>Null where it asks nothing.</summary>
    public string? Demand { get; set; }

    internal Role ToRole(IEnumerable<string> aliases, IEnumerable<ContactMethod> methods) =>
        new(RoleId, Code, Name, [.. aliases], OrgUnit, Policy, FallbackRole, CoverageJson.Read(Coverage), [.. methods], TimeZone) { Demand = DemandJson.Read(Demand) };
}
