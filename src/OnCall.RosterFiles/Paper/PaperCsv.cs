using System.Text;
using OnCall.Application.Rosters.Paper;

namespace OnCall.RosterFiles.Paper;

/// <summary>A sheet as a table: a row for each person and stretch, and one for each gap. UTF-8 with its mark, so that a spreadsheet shows every name.</summary>
internal static class PaperCsv
{
    public static ReadOnlyMemory<byte> Of(PaperSheet sheet)
    {
        var text = new StringBuilder();
        Line(text, "Made at", "Unit", "Role", "Code", "From", "Until", "Tier", "Employee no", "Name", "Numbers");
        var made = PaperTimes.Exact(sheet.MadeAt, sheet.Zone);
        foreach (var role in sheet.Roles)
        {
            foreach (var stretch in role.Stretches)
            {
                string[] place = [made, role.Unit ?? "", role.Name, role.Code, PaperTimes.Exact(stretch.From, role.Zone), PaperTimes.Exact(stretch.To, role.Zone)];
                foreach (var person in stretch.People)
                {
                    Line(text, [.. place, $"{person.Tier}", person.EmployeeNo, person.Name, string.Join("; ", person.Numbers.Concat(role.Numbers))]);
                }

                if (stretch.IsGap)
                {
                    Line(text, [.. place, "", "", "NOBODY", string.Join("; ", role.Numbers)]);
                }
            }
        }

        return Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray();
    }

    private static void Line(StringBuilder text, params string[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>By RFC 4180. An apostrophe keeps a spreadsheet from running what begins like a formula.</summary>
    private static string Cell(string value)
    {
        var safe = value is ['=' or '@' or '\t' or '\r' or '-', ..] || value is ['+', ..] && !value.Skip(1).All(c => char.IsAsciiDigit(c) || c is ' ' or ';' or '+' or '(' or ')' || char.IsAsciiLetter(c))
            ? "'" + value
            : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
