using System.Text.Json.Serialization;
using OnCall.Application.Access;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Directory;

/// <summary>A unit as answers show it.</summary>
public sealed record OrgUnitView(string Code, string Name, string? Parent, string? TimeZone, SwapApproval? SwapApproval = null)
{
    /// <summary>Keys that ended since the unit was moved, of those who work there or below or hold a permission there; left out where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EndedKeyView>? EndedKeys { get; init; }

    internal static OrgUnitView Of(OrgUnit unit, OrgTree tree) => new(unit.Code, unit.Name, tree.Find(unit.Parent)?.Code, unit.TimeZone, unit.SwapApproval);
}
