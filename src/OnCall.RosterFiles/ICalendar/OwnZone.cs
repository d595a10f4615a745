using NodaTime;
using NodaTime.TimeZones;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>A zone that only the calendar's own VTIMEZONE describes, RFC 5545 section 3.6.5.</summary>
internal sealed class OwnZone : DateTimeZone
{
    private readonly ZoneInterval[] _intervals;

    /// <param name="first">The offset before the first onset.</param>
    /// <param name="onsets">In order, at least two days apart.</param>
    public OwnZone(string id, Offset first, IReadOnlyList<(Instant At, Offset To)> onsets)
        : base(id, onsets.Count == 0, onsets.Select(onset => onset.To).Append(first).Min(), onsets.Select(onset => onset.To).Append(first).Max())
    {
        _intervals = new ZoneInterval[onsets.Count + 1];
        for (var i = 0; i <= onsets.Count; i++)
        {
            var (start, offset) = i == 0 ? ((Instant?)null, first) : onsets[i - 1];
            _intervals[i] = new ZoneInterval(id, start, i < onsets.Count ? onsets[i].At : null, offset, Offset.Zero);
        }
    }

    public override ZoneInterval GetZoneInterval(Instant instant)
    {
        var (low, high) = (0, _intervals.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = instant >= _intervals[middle].Start ? (middle, high) : (low, middle - 1);
        }

        return _intervals[low];
    }
}
