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

    private readonly MomentReader _moments = new(columns, options.DateOrder, problems);

    public DraftShift? Read(TableRow row)
    {
        if (row.Fault is { } fault)
        {
            problems.Error(row.Number, "", "broken-row", fault);
            return null;
        }

        if (IsTooWide(row))
        {
            problems.Error(row.Number, "", "extra-columns", $"The row has {row.Cells.Length} columns and the headings {columns.Count}. Put a value that holds the separator in quotes.");
            return null;
        }

        var role = Text(row, columns.Has(RosterField.Role) ? RosterField.Role : RosterField.Department, LongestRole, options.Role);
        var department = columns.Has(RosterField.Role) ? Optional(row, RosterField.Department, LongestRole) : default;
        var person = Person(row);
        var label = Optional(row, RosterField.Shift, LongestLabel);
        var start = _moments.Start(row);
        var end = _moments.End(row, start);
        var tier = Tier(row);
        return role is null || person is null || tier is null || start is null || end is null || label.IsBad || department.IsBad
            ? null
            : new DraftShift(row.Number, role, person, start.Value, end.Value, tier.Value, label.Value) { Department = department.Value };
    }

    /// <summary>Looks whether dates of the row want an order that only the file as a whole can tell.</summary>
    public bool WantsOrder(TableRow row, DateOrders orders) => !IsTooWide(row) && _moments.WantsOrder(row, orders);

    /// <summary>Takes what the file as a whole told.</summary>
    public void Settle(DateOrders orders) => _moments.Settle(orders);

    private bool IsTooWide(TableRow row) => row.Cells.Length > columns.Count && row.Cells.Skip(columns.Count).Any(cell => !string.IsNullOrWhiteSpace(cell));

    private WrittenPerson? Person(TableRow row)
    {
        var (name, mail) = (Optional(row, RosterField.Name, LongestName), Optional(row, RosterField.Mail, LongestName));
        if (name.IsBad || mail.IsBad)
        {
            return null;
        }

        // Where a file has numbers, a row without one is a mistake and not a reason to go by the name.
        if (columns.Has(RosterField.EmployeeNo))
        {
            return Text(row, RosterField.EmployeeNo, LongestNumber) is { } number ? new WrittenPerson(number, name.Value, mail.Value) : null;
        }

        if (name.Value is null && mail.Value is null)
        {
            Missing(row, columns.Has(RosterField.Name) ? RosterField.Name : RosterField.Mail);
            return null;
        }

        return new WrittenPerson(null, name.Value, mail.Value);
    }

    private void Missing(TableRow row, RosterField field) =>
        problems.Error(row.Number, columns.Heading(field), "missing-value", $"'{columns.Heading(field)}' is empty. Every shift needs it.");

    /// <param name="otherwise">What counts where there is no such column.</param>
    private string? Text(TableRow row, RosterField field, int longest, string? otherwise = null)
    {
        if (otherwise is not null && !columns.Has(field))
        {
            return otherwise;
        }

        var (value, bad) = Optional(row, field, longest);
        if (value is null && !bad)
        {
            Missing(row, field);
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

        if (CellFault.Of(columns.Heading(field), cell, longest) is { } fault)
        {
            problems.Error(row.Number, columns.Heading(field), fault.Code, fault.Message, cell.Length > longest ? cell : null);
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
