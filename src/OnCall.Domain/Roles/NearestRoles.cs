namespace OnCall.Domain.Roles;

/// <summary>Which roles someone may have meant by an address that no role has.</summary>
public static class NearestRoles
{
    private const double Threshold = 0.3;

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
            .Select(role => (Role: role, Nearness: Addresses(role).Max(a => Nearness(address.NormalForm, a))))
            .Where(r => r.Nearness >= Threshold)
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

    private static double Nearness(string written, string candidate)
    {
        var shared = Dice(Pairs(written), Pairs(candidate));
        return written.Length >= 2 && candidate.Contains(written, StringComparison.Ordinal) ? Math.Max(shared, 0.5 + (shared / 2)) : shared;
    }

    private static double Dice(Dictionary<(char, char), int> left, Dictionary<(char, char), int> right)
    {
        var shared = left.Sum(p => Math.Min(p.Value, right.GetValueOrDefault(p.Key)));
        return 2.0 * shared / (left.Values.Sum() + right.Values.Sum());
    }

    // A blank before and after lets short words and first letters count.
    private static Dictionary<(char, char), int> Pairs(string text)
    {
        var padded = $" {text} ";
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 0; i + 1 < padded.Length; i++)
        {
            var pair = (padded[i], padded[i + 1]);
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }
}
