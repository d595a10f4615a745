using OnCall.Application;
using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.Tables;

/// <summary>Where each field stands in a sheet.</summary>
internal sealed class Columns
{
    private readonly Dictionary<RosterField, int> _places;
    private readonly string[] _headings;

    public Columns(string[] headings, Dictionary<RosterField, int> places)
    {
        _headings = headings;
        _places = places;
        Settle(RosterField.Start, RosterField.StartDate, RosterField.StartTime);
        Settle(RosterField.End, RosterField.EndDate, RosterField.EndTime);
    }

    public int Count => _headings.Length;

    public bool Has(RosterField field) => _places.ContainsKey(field);

    /// <summary>The cell, trimmed; empty when the row is short, null when there is no such column.</summary>
    public string? Cell(TableRow row, RosterField field) =>
        !_places.TryGetValue(field, out var place) ? null : place < row.Cells.Length ? row.Cells[place].Trim() : "";

    /// <summary>The file's own heading of the field, or what we would call it.</summary>
    public string Heading(RosterField field) => _places.TryGetValue(field, out var place) ? _headings[place].Trim() : Headings.Usual(field);

    /// <summary>The heading that a time stands under, wherever it is split.</summary>
    public string Heading(RosterField whole, RosterField time) => Heading(Has(time) ? time : whole);

    public RosterColumns Names() => new(
        Heading(RosterField.Role),
        Heading(RosterField.EmployeeNo),
        Heading(RosterField.Name),
        Heading(RosterField.Start, RosterField.StartTime),
        Heading(RosterField.End, RosterField.EndTime),
        Heading(RosterField.Tier),
        Heading(RosterField.Shift));

    /// <summary>Our name of each column to its heading, as a mapping by hand would write it.</summary>
    public IReadOnlyDictionary<string, string> Mapped() => _places.OrderBy(p => p.Value).ToDictionary(p => CamelCase.Of(p.Key.ToString()), p => _headings[p.Value].Trim());

    /// <summary>
    /// "Date, Start, End" and "Start, Start time" mean a date and a time, a lone "Start date" or "Start time" holds both:
    /// what a heading says depends on its neighbours.
    /// </summary>
    private void Settle(RosterField whole, RosterField date, RosterField time)
    {
        switch (Has(whole), Has(date), Has(time))
        {
            case (true, true, false):
                Rename(whole, time);
                break;
            case (true, false, true):
                Rename(whole, date);
                break;
            case (false, true, false):
                Rename(date, whole);
                break;
            case (false, false, true):
                Rename(time, whole);
                break;
            default:
                break;
        }
    }

    private void Rename(RosterField from, RosterField to)
    {
        _places.Remove(from, out var place);
        _places[to] = place;
    }
}
