using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>What stands above a grid and says which role it is for.</summary>
internal static class GridTitle
{
    private static readonly char[] Colons = [':', '：'];

    /// <summary>The role of <c>Role: Ward 3 – Nurse</c>, in one cell or two; null when none is named.</summary>
    public static string? Role(GridDays days) => days.Top.Take(days.Place).Select(Role).FirstOrDefault(role => role is not null);

    private static string? Role(TableRow row)
    {
        var cells = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToArray();
        for (var i = 0; i < cells.Length; i++)
        {
            var colon = cells[i].IndexOfAny(Colons);
            if (Headings.Meaning(colon < 0 ? cells[i] : cells[i][..colon]) is not RosterField.Role)
            {
                continue;
            }

            var named = colon >= 0 && colon + 1 < cells[i].Length ? cells[i][(colon + 1)..].Trim() : "";
            var role = named.Length > 0 ? named : i + 1 < cells.Length && i + 2 >= cells.Length ? cells[i + 1].Trim() : "";
            if (role.Length is > 0 and <= 200 && !role.Any(char.IsControl))
            {
                return role;
            }
        }

        return null;
    }
}
