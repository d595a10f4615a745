using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>An alias as its row has it.</summary>
internal sealed class AliasRow
{
    public RoleId RoleId { get; set; }

    public string Written { get; set; } = "";
}
