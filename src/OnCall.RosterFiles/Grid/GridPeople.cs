using OnCall.Application;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>The columns of a grid that say who works: known by their headings beside, above or below the first of the days.</summary>
internal sealed class GridPeople
{
    private const int LongestNumber = 64;
    private const int Longest = 200;

    private readonly Dictionary<RosterField, (int Place, string Heading)> _columns = [];
    private readonly RosterProblems _problems;

    public GridPeople(GridDays days, RosterReadingOptions options, RosterProblems problems)
    {
        _problems = problems;
        var rows = new[] { days.Place, days.Place + 1, days.Place - 1, days.Place - 2 }.Where(place => place >= 0 && place < days.Top.Count).Select(place => days.Top[place]);
        foreach (var row in rows)
        {
            for (var i = 0; i < Math.Min(days.Days[0].Column, row.Cells.Length); i++)
            {
                if (Meaning(row.Cells[i], options) is { } field && !_columns.Values.Any(column => column.Place == i))
                {
                    _columns.TryAdd(field, (i, row.Cells[i].Trim()));
                }
            }
        }

        if (!_columns.ContainsKey(RosterField.EmployeeNo) && !_columns.ContainsKey(RosterField.Name))
        {
            problems.Error(days.Row.Number, "Employee no", "missing-column", "No column left of the days says who works. Head it 'Employee no' or 'Name'.");
        }
    }

    /// <summary>Our name of each column to its heading.</summary>
    public IReadOnlyDictionary<string, string> Mapped => _columns.ToDictionary(column => CamelCase.Of(column.Key.ToString()), column => column.Value.Heading);

    public RosterColumns Names => RosterColumns.Default with
    {
        Role = Heading(RosterField.Role),
        EmployeeNo = Heading(RosterField.EmployeeNo),
        Name = Heading(RosterField.Name),
        Tier = Heading(RosterField.Tier),
    };

    /// <summary>Whether the row is still among the headings: it repeats those of the columns, or has the days of the week.</summary>
    public bool IsHeading(TableRow row) => _columns.Values.Any(column => column.Heading.Length > 0 && Cell(row, column.Place) == column.Heading);

    public bool IsNobody(TableRow row) => Cell(row, RosterField.EmployeeNo).Length + Cell(row, RosterField.Name).Length == 0;

    /// <summary>Who the row is about, or null with the problems told.</summary>
    public GridPerson? Read(TableRow row)
    {
        if (IsNobody(row))
        {
            var needed = _columns.ContainsKey(RosterField.EmployeeNo) ? RosterField.EmployeeNo : RosterField.Name;
            _problems.Error(row.Number, Heading(needed), "missing-value", $"'{Heading(needed)}' is empty, and the row has shifts. Say whose they are.");
            return null;
        }

        var fine = IsFine(row, RosterField.EmployeeNo, LongestNumber) & IsFine(row, RosterField.Name, Longest) & IsFine(row, RosterField.Role, Longest);
        var tier = Tier(row);
        return fine && tier is { } read
            ? new GridPerson(new WrittenPerson(Written(row, RosterField.EmployeeNo), Written(row, RosterField.Name)), Written(row, RosterField.Role), read)
            : null;
    }

    private static RosterField? Meaning(string heading, RosterReadingOptions options)
    {
        var mapped = options.Mapping.FirstOrDefault(pair => Headings.AreSame(pair.Value, heading)).Key;
        var field = mapped is null ? Headings.Meaning(heading) : Headings.ByOurName(mapped);
        return field is RosterField.EmployeeNo or RosterField.Name or RosterField.Role or RosterField.Tier ? field : null;
    }

    private static string Cell(TableRow row, int place) => place < row.Cells.Length ? row.Cells[place].Trim() : "";

    private string Heading(RosterField field) => _columns.TryGetValue(field, out var column) ? column.Heading : Headings.Usual(field);

    private string Cell(TableRow row, RosterField field) => _columns.TryGetValue(field, out var column) ? Cell(row, column.Place) : "";

    private string? Written(TableRow row, RosterField field) => Cell(row, field) is { Length: > 0 } cell ? cell : null;

    private bool IsFine(TableRow row, RosterField field, int longest)
    {
        var cell = Cell(row, field);
        var fault = CellErrors.Is(cell) ? new CellFault(CellErrors.Code, CellErrors.Message(cell)) : CellFault.Of(Heading(field), cell, longest);
        if (fault is not null)
        {
            _problems.Error(row.Number, Heading(field), fault.Code, fault.Message, cell);
        }

        return fault is null;
    }

    private int? Tier(TableRow row)
    {
        var cell = Cell(row, RosterField.Tier);
        var tier = TierText.Read(cell);
        if (tier is null)
        {
            _problems.Error(row.Number, Heading(RosterField.Tier), "unknown-tier", TierText.Advice, cell);
        }

        return tier;
    }
}
