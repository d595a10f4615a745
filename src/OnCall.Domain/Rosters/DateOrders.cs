namespace OnCall.Domain.Rosters;

/// <summary>
/// Decides for a file as a whole which way round its dates of three numbers are: the one order in which every one of them
/// is a date. Without such evidence it stays undecided.
/// </summary>
public sealed class DateOrders
{
    private static readonly DateOrder[] All = Enum.GetValues<DateOrder>();
    private readonly HashSet<DateOrder> _possible = [.. All];
    private bool _differs;
    private bool _readsTwoWays;
    private bool _hasWhole;
    private bool _wholePassesTwelve;

    /// <summary>Some date was seen that does not say which of its numbers is which.</summary>
    public bool IsNeeded { get; private set; }

    /// <summary>No order makes all that was seen into dates.</summary>
    public bool IsContradictory => IsNeeded && _possible.Count == 0;

    /// <summary>
    /// A spreadsheet that took 05/11/2026 for the 11th of May turns it into a date, and leaves 13/11/2026 a text since it has no month 13.
    /// So it looks where every whole date has a day up to 12, and every text one beyond.
    /// </summary>
    public bool IsHalfSwapped => IsNeeded && _hasWhole && !_wholePassesTwelve && !_readsTwoWays;

    /// <summary>Null when there is no evidence, or evidence for no order at all.</summary>
    public DateOrder? Decided => IsHalfSwapped ? null
        : _possible.Count == 1 ? _possible.First()
        : _possible.Count > 1 && IsNeeded && !_differs ? _possible.Min()
        : null;

    /// <summary>Takes one date into account; true when it is one that wants an order.</summary>
    public bool See(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (WrittenTimeText.Numbers(text) is not { } numbers)
        {
            SeeWhole(text);
            return false;
        }

        var readings = All.Select(order => (Order: order, Reading: numbers.Read(order))).Where(r => r.Reading.Kind == WrittenKind.DateOnly).ToList();
        if (readings.Count == 0)
        {
            // No date in any order: its own row is wrong, and says nothing of the others.
            return true;
        }

        IsNeeded = true;
        _possible.IntersectWith(readings.Select(r => r.Order));
        _readsTwoWays |= readings.Count > 1;
        _differs |= readings.Select(r => r.Reading.Time.Local).Distinct().Count() > 1;
        return true;
    }

    private void SeeWhole(string text)
    {
        if (WrittenTimeText.IsoDate(text) is { } whole)
        {
            _hasWhole = true;
            _wholePassesTwelve |= whole.Day > 12;
        }
    }
}
