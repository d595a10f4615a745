using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>A grant as its row has it.</summary>
internal sealed class GrantRow
{
    public string Permission { get; set; } = "";

    public OrgUnitId? OrgUnit { get; set; }

    public Grant ToGrant() => new(Enum.Parse<Permission>(Permission), OrgUnit);
}
