using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Data.Directory;

/// <summary>A unit as its row has it.</summary>
internal sealed class OrgUnitRow
{
    public OrgUnitId OrgUnitId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public OrgUnitId? Parent { get; set; }

    public string? TimeZone { get; set; }

    public string? SwapApproval { get; set; }

    internal OrgUnit ToUnit() => new(OrgUnitId, Code, Name, Parent, TimeZone, SwapApproval is { } approval ? Enum.Parse<SwapApproval>(approval) : null);
}
