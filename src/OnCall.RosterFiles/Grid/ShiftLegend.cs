using System.Collections.Frozen;
using OnCall.Domain;

namespace OnCall.RosterFiles.Grid;

/// <summary>The shift letters of a grid and their meanings.</summary>
internal sealed class ShiftLegend
{
    // A letter beyond is one that nothing explains.
    private const int Most = 1_000;

    private static readonly FrozenSet<string> DaysOff = FrozenSet.ToFrozenSet(
        ["-", "–", "—", "x", "off", "day off", "free", "rest", "rd", "do", "al", "leave", "holiday", "vacation", "sick", "休", "公休", "公", "有休", "有給", "有", "年休", "年假", "休息", "代休", "夏休", "明け", "明"],
        StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, LegendEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LegendEntry>> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly HashSet<LegendEntry> _contradicted = [];

    public bool IsEmpty => !_entries.Values.Any(entry => entry.Hours is not null);

    public IEnumerable<string> Letters => _entries.Values.Select(entry => entry.Letter);

    /// <summary>Adds a letter that the uploader explains: whatever the sheet says of it does not count.</summary>
    public void Tell(LegendEntry entry)
    {
        if (TryAdd(entry))
        {
            _told.Add(Plain(entry.Letter));
        }
    }

    /// <summary>Adds a letter that the sheet explains. One that it explains in two ways has no meaning.</summary>
    public void Add(LegendEntry entry)
    {
        var letter = Plain(entry.Letter);
        if (!TryAdd(entry) && !_told.Contains(letter) && _entries.TryGetValue(letter, out var known)
            && (known.Hours != entry.Hours || (known.Role is not null && entry.Role is not null && known.Role != entry.Role)))
        {
            _contradicted.Add(known);
        }
    }

    public bool IsContradicted(LegendEntry entry) => _contradicted.Contains(entry);

    /// <summary>The letter as it is written, else in the other case where that is one letter only.</summary>
    public LegendEntry? Find(string letter)
    {
        if (_entries.TryGetValue(Plain(letter), out var entry))
        {
            return entry;
        }

        return _anyCase.TryGetValue(Plain(letter), out var alike) && alike.Count == 1 ? alike[0] : null;
    }

    /// <summary>A cross may mark a day off and a day on.</summary>
    public static bool IsCross(string mark) => Plain(mark) is "x" or "X";

    /// <summary>The usual marks of a day off, where the legend does not say otherwise.</summary>
    public static bool IsDayOff(string mark) => Plain(mark) is var plain && (plain.Length == 0 || DaysOff.Contains(plain));

    /// <summary>The letters that are written most like it.</summary>
    public IEnumerable<string> Nearest(string letter) =>
        Letters.OrderBy(known => Math.Abs(known.Length - letter.Length)).ThenByDescending(known => known.Count(sign => letter.Contains(sign, StringComparison.OrdinalIgnoreCase))).Take(6);

    private bool TryAdd(LegendEntry entry)
    {
        var letter = Plain(entry.Letter);
        if (_entries.Count >= Most || !_entries.TryAdd(letter, entry))
        {
            return false;
        }

        if (!_anyCase.TryGetValue(letter, out var alike))
        {
            _anyCase[letter] = alike = [];
        }

        alike.Add(entry);
        return true;
    }

    private static string Plain(string letter) => (PlainForm.Of(letter) ?? letter).Trim();
}
