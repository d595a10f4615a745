using System.Text.Json;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>An integration's grants, as the key's row keeps them: JSON. A person's key holds none; the person's own count.</summary>
internal static class KeyPermissions
{
    internal static string Write(IReadOnlyList<Grant> grants) =>
        JsonSerializer.Serialize(grants.Select(g => new Stored(g.Permission.ToString(), g.OrgUnit?.Value)));

    internal static IReadOnlyList<Grant> Read(string json) =>
        [.. JsonSerializer.Deserialize<List<Stored>>(json)!
            .Select(s => new Grant(Enum.Parse<Permission>(s.Permission), s.OrgUnit is { } unit ? new OrgUnitId(unit) : null))];

    private sealed record Stored(string Permission, Guid? OrgUnit);
}
