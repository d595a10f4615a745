using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;

namespace OnCall.RosterFiles.Tables;

/// <summary>Reads when a shift starts and ends, from one column or two.</summary>
internal sealed class MomentReader(Columns columns, RosterProblems problems)
{
    private const string YearFirst = "Write it with the year first: 2026-10-12 07:00.";

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
        if (dateIsWrittenOnce && columns.Cell(row, RosterField.End) is { } cell && WrittenTimeText.ReadTime(cell) is { } time)
        {
            return start is { } begun ? OnOrAfter(begun, time) : null;
        }

        return InOne(row, RosterField.End);
    }

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

        var reading = WrittenTimeText.Read(cell);
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

        var date = WrittenTimeText.Read(dateCell);
        var midnight = date.Kind == WrittenKind.DateOnly
            || (date is { Kind: WrittenKind.DateAndTime, Time: { Offset: null, Local.TimeOfDay.TickOfDay: 0 } });
        var time = WrittenTimeText.ReadTime(timeCell);
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
        var (code, message) = kind switch
        {
            WrittenKind.DateOnly => ("date-only", "This is a date without a time, and a shift must start and end at a time. " + YearFirst),
            WrittenKind.Ambiguous => ("ambiguous-date", "Day and month may be either way round here. " + YearFirst),
            _ => ("unreadable-date", "This is no date that can be read. " + YearFirst),
        };
        problems.Error(row.Number, columns.Heading(field), code, message, cell);
    }
}
