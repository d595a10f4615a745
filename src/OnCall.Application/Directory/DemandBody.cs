using System.Text.Json.Serialization;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>What a role asks of whoever is put on it.</summary>
/// <param name="Positions">One of these, at most 20; left out: any.</param>
/// <param name="LeastRank">1 to 99: this or higher; left out: any.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DemandBody(IReadOnlyList<string>? Positions = null, int? LeastRank = null)
{
    internal static DemandBody? Of(RoleDemand demand) =>
        demand == RoleDemand.None ? null : new DemandBody(demand.Positions.Count > 0 ? demand.Positions : null, demand.LeastRank);

    internal static RoleDemand Read(DemandBody? body) =>
        body is null ? RoleDemand.None : new RoleDemand([.. (body.Positions ?? []).Select(p => p.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)], body.LeastRank);
}
