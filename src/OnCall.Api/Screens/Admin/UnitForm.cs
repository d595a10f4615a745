using OnCall.Application.Directory;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Api.Screens.Admin;

/// <summary>What the form of a unit posts.</summary>
internal sealed class UnitForm
{
    /// <summary>The code of the unit that is changed; empty for a new one.</summary>
    public string? Was { get; set; }

    /// <summary>Stands for what the form was filled from (<see cref="Shown"/>).</summary>
    public string? Seen { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Parent { get; set; }

    public string? TimeZone { get; set; }

    /// <summary>Empty: as above it.</summary>
    public SwapApproval? SwapApproval { get; set; }

    internal static UnitForm Of(OrgUnitView unit) =>
        new() { Was = unit.Code, Seen = Shown.Mark(unit), Code = unit.Code, Name = unit.Name, Parent = unit.Parent, TimeZone = unit.TimeZone, SwapApproval = unit.SwapApproval };

    internal PutOrgUnitRequest ToRequest() => new(Was.Filled() ?? Code.Filled(), Name, Parent.Filled(), TimeZone.Filled(), SwapApproval);
}
