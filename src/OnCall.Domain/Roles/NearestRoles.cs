namespace OnCall.Domain.Roles;

/// <summary>Which roles someone may have meant by an address that no role has.</summary>
public static class NearestRoles
{
    /// <summary>
    /// At most <paramref name="most"/> roles, the likeliest first, by the share of character pairs (Dice's coefficient)
    /// that their best address has in common with what was written. Part of an address counts as near.
    /// </summary>
    public static IReadOnlyList<Role> Of(string written, IEnumerable<Role> roles, int most = 5)
    {
        if (!RoleAddress.TryParse(written, out var address))
        {
            return [];
        }

        return [.. roles
            .Select(role => (Role: role, Nearness: Addresses(role).Max(a => Likeness.Of(address.NormalForm, a))))
            .Where(r => r.Nearness >= Likeness.Near)
            .OrderByDescending(r => r.Nearness).ThenBy(r => r.Role.Name, StringComparer.Ordinal)
            .Take(most)
            .Select(r => r.Role)];
    }

    private static IEnumerable<string> Addresses(Role role)
    {
        foreach (var text in role.Aliases.Prepend(role.Name).Prepend(role.Code))
        {
            yield return RoleAddress.TryParse(text, out var address) ? address.NormalForm : "";
        }
    }
}
