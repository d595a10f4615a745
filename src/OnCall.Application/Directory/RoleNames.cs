using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>All the ways in which a role is written.</summary>
public static class RoleNames
{
    /// <summary>The aliases as written, without those that say the same as the code, the name or one another.</summary>
    internal static IReadOnlyList<string> Aliases(PutRoleRequest request)
    {
        var seen = new HashSet<RoleAddress>();
        foreach (var text in new[] { request.Code, request.Name })
        {
            if (RoleAddress.TryParse(text, out var address))
            {
                seen.Add(address);
            }
        }

        return [.. (request.Aliases ?? []).Select(Read).Where(seen.Add).Select(a => a.Written)];
    }

    /// <summary>The role's addresses, each once, with the field that an input names it by: code first, then name, then aliases.</summary>
    public static IReadOnlyList<(RoleAddress Address, string Field)> Addresses(Role role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return
        [
            .. role.Aliases.Select((alias, i) => (Text: alias, Field: $"aliases[{i}]"))
                .Prepend((Text: role.Name, Field: "name"))
                .Prepend((Text: role.Code, Field: "code"))
                .Select(a => (Address: Read(a.Text), a.Field))
                .DistinctBy(a => a.Address),
        ];
    }

    private static RoleAddress Read(string text) =>
        RoleAddress.TryParse(text, out var address) ? address : throw new FormatException("Not an address of a role.");
}
