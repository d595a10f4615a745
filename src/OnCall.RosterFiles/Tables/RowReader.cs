using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;

namespace OnCall.RosterFiles.Tables;

/// <summary>Reads one row into a draft, or says by column why not.</summary>
internal sealed class RowReader(Columns columns, RosterReadingOptions options, RosterProblems problems)
{
    private const int LongestRole = 200;
    private const int LongestNumber = 64;
    private const int LongestName = 200;
    private const int LongestLabel = 100;

    private readonly MomentReader _moments = new(columns, problems);

    public DraftShift? Read(TableRow row)
    {
        if (row.Fault is { } fault)
        {
            problems.Error(row.Number, "", "broken-row", fault);
            return null;
        }

        if (row.Cells.Length > columns.Count && row.Cells.Skip(columns.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            problems.Error(row.Number, "", "extra-columns", $"The row has {row.Cells.Length} columns and the headings {columns.Count}. Put a value that holds the separator in quotes.");
            return null;
        }

        var role = columns.Has(RosterField.Role) ? Text(row, RosterField.Role, LongestRole) : options.Role;
        var employeeNo = Text(row, RosterField.EmployeeNo, LongestNumber);
        var name = Optional(row, RosterField.Name, LongestName);
        var label = Optional(row, RosterField.Shift, LongestLabel);
        var start = _moments.Start(row);
        var end = _moments.End(row, start);
        var tier = Tier(row);
        return role is null || employeeNo is null || tier is null || start is null || end is null || name.IsBad || label.IsBad
            ? null
            : new DraftShift(row.Number, role, new WrittenPerson(employeeNo, name.Value), start.Value, end.Value, tier.Value, label.Value);
    }

    private string? Text(TableRow row, RosterField field, int longest)
    {
        var (value, bad) = Optional(row, field, longest);
        if (value is null && !bad)
        {
            problems.Error(row.Number, columns.Heading(field), "missing-value", $"'{columns.Heading(field)}' is empty. Every shift needs it.");
        }

        return bad ? null : value;
    }

    private (string? Value, bool IsBad) Optional(TableRow row, RosterField field, int longest)
    {
        var cell = columns.Cell(row, field);
        if (string.IsNullOrEmpty(cell))
        {
            return (null, false);
        }

        if (cell.Length > longest)
        {
            problems.Error(row.Number, columns.Heading(field), "too-long", $"'{columns.Heading(field)}' has {cell.Length} characters; at most {longest} are kept. Shorten it.", cell);
            return (null, true);
        }

        if (cell.Any(char.IsControl))
        {
            problems.Error(row.Number, columns.Heading(field), "broken-text", $"'{columns.Heading(field)}' holds a line break, tab or other control character. Write it on one line.");
            return (null, true);
        }

        return (cell, false);
    }

    private int? Tier(TableRow row)
    {
        var cell = columns.Cell(row, RosterField.Tier) ?? "";
        var tier = TierText.Read(cell);
        if (tier is null)
        {
            problems.Error(row.Number, columns.Heading(RosterField.Tier), "unknown-tier", TierText.Advice, cell);
        }

        return tier;
    }
}
