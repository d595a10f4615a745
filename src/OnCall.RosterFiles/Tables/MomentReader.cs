using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;

namespace OnCall.RosterFiles.Tables;

/// <summary>Reads when a shift starts and ends, from one column or two.</summary>
/// <param name="told">How the uploader says that dates of three numbers are meant.</param>
internal sealed class MomentReader(Columns columns, DateOrder? told, RosterProblems problems)
{
    private const string YearFirst = "Write it with the year first: 2026-10-12 07:00.";
    private static readonly RosterField[] Dates = [RosterField.Start, RosterField.StartDate, RosterField.End, RosterField.EndDate];

    private DateOrder? _order = told;
    private bool _contradictory;
    private bool _halfSwapped;
    private bool _ambiguousTold;

    /// <summary>Looks whether dates of the row want an order that only the file as a whole can tell.</summary>
    public bool WantsOrder(TableRow row, DateOrders orders)
    {
        var wants = false;
        foreach (var field in Dates)
        {
            wants |= columns.Cell(row, field) is { Length: > 0 } cell && orders.See(cell);
        }

        return wants;
    }

    /// <summary>Takes what the file as a whole told.</summary>
    public void Settle(DateOrders orders) => (_order, _contradictory, _halfSwapped) = (orders.Decided, orders.IsContradictory, orders.IsHalfSwapped);

    public WrittenTime? Start(TableRow row) => columns.Has(RosterField.StartTime)
        ? InTwo(row, RosterField.StartDate, RosterField.StartTime)
        : InOne(row, RosterField.Start);

    /// <param name="start">When it starts, if that could be read: its date serves where the file writes the date once.</param>
    public WrittenTime? End(TableRow row, WrittenTime? start)
    {
        if (columns.Has(RosterField.EndTime))
        {
            return InTwo(row, RosterField.EndDate, RosterField.EndTime);
        }

        var dateIsWrittenOnce = columns.Has(RosterField.StartDate);
        if (dateIsWrittenOnce && columns.Cell(row, RosterField.End) is { } cell && TimeOf(cell) is { } time)
        {
            return start is { } begun ? OnOrAfter(begun, time) : null;
        }

        return InOne(row, RosterField.End);
    }

    private WrittenReading Read(string cell) => SpreadsheetSerial.Read(cell) ?? WrittenTimeText.Read(cell, _order);

    private static int? TimeOf(string cell) => WrittenTimeText.ReadTime(cell) ?? SpreadsheetSerial.ReadTime(cell);

    private static WrittenTime OnOrAfter(WrittenTime start, int milliseconds)
    {
        var end = start.Local.Date.AtMidnight().PlusMilliseconds(milliseconds);
        return new WrittenTime(end > start.Local ? end : end.PlusDays(1), start.Offset);
    }

    private WrittenTime? InOne(TableRow row, RosterField field)
    {
        var cell = columns.Cell(row, field);
        if (string.IsNullOrEmpty(cell))
        {
            return Missing(row, field);
        }

        var reading = Read(cell);
        if (reading.Kind == WrittenKind.DateAndTime)
        {
            return reading.Time;
        }

        Complain(row, field, reading.Kind, cell);
        return null;
    }

    private WrittenTime? InTwo(TableRow row, RosterField dateField, RosterField timeField)
    {
        var (dateCell, timeCell) = (columns.Cell(row, dateField), columns.Cell(row, timeField));
        if (string.IsNullOrEmpty(dateCell) || string.IsNullOrEmpty(timeCell))
        {
            return Missing(row, string.IsNullOrEmpty(dateCell) ? dateField : timeField);
        }

        var date = Read(dateCell);
        var midnight = date.Kind == WrittenKind.DateOnly
            || (date is { Kind: WrittenKind.DateAndTime, Time: { Offset: null, Local.TimeOfDay.TickOfDay: 0 } });
        var time = TimeOf(timeCell);
        if (!midnight)
        {
            Complain(row, dateField, date.Kind == WrittenKind.Ambiguous ? WrittenKind.Ambiguous : WrittenKind.Unreadable, dateCell);
        }

        if (time is null)
        {
            problems.Error(row.Number, columns.Heading(timeField), "unreadable-time", "This is no time of day. Write it as 07:00, or 24:00 for the end of the day.", timeCell);
        }

        return midnight && time is { } passed ? new WrittenTime(date.Time.Local.PlusMilliseconds(passed), null) : null;
    }

    private WrittenTime? Missing(TableRow row, RosterField field)
    {
        problems.Error(row.Number, columns.Heading(field), "missing-value", $"'{columns.Heading(field)}' is empty. Every shift needs a date and a time.");
        return null;
    }

    private void Complain(TableRow row, RosterField field, WrittenKind kind, string cell)
    {
        if (kind == WrittenKind.Ambiguous && _ambiguousTold)
        {
            return;
        }

        _ambiguousTold |= kind == WrittenKind.Ambiguous;
        var (code, message) = kind switch
        {
            WrittenKind.DateOnly => ("date-only", "This is a date without a time, and a shift must start and end at a time. " + YearFirst),
            WrittenKind.Ambiguous when _halfSwapped => ("mixed-dates", "Dates are written in two ways: like this, and year first with no day after the 12th. So it looks where a spreadsheet took days for months and left what it could not read. Compare them with the source; then write all with the year first, or say whether days or months come first (dateOrder)."),
            WrittenKind.Ambiguous when _contradictory => ("contradicting-dates", "Some dates of the file can only be day first and others only month first. Write them all one way, best with the year first: 2026-10-12."),
            WrittenKind.Ambiguous => ("ambiguous-date", "Day and month may be either way round, here and wherever the file writes dates so: no date in it tells. Say whether days or months come first (dateOrder), or write the year first: 2026-10-12."),
            _ => ("unreadable-date", "This is no date that can be read. " + YearFirst),
        };
        problems.Error(row.Number, columns.Heading(field), code, message, cell);
    }
}
