using System.Collections.Frozen;
using OnCall.Domain;

namespace OnCall.RosterFiles.Grid;

/// <summary>The shift letters of a grid and their meanings.</summary>
internal sealed class ShiftLegend
{
    private static readonly FrozenSet<string> DaysOff = FrozenSet.ToFrozenSet(
        ["-", "–", "—", "x", "off", "day off", "free", "rest", "rd", "do", "al", "leave", "holiday", "vacation", "sick", "休", "公休", "公", "有休", "有給", "有", "年休", "年假", "休息", "代休", "夏休", "明け", "明"],
        StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, LegendEntry> _entries = new(StringComparer.Ordinal);

    public bool IsEmpty => !_entries.Values.Any(entry => entry.Hours is not null);

    public IEnumerable<string> Letters => _entries.Values.Select(entry => entry.Letter);

    /// <summary>Adds a letter unless it is known already: what is said first counts.</summary>
    public void Add(LegendEntry entry) => _entries.TryAdd(Plain(entry.Letter), entry);

    /// <summary>The letter as it is written, else in the other case where that is one letter only.</summary>
    public LegendEntry? Find(string letter)
    {
        if (_entries.TryGetValue(Plain(letter), out var entry))
        {
            return entry;
        }

        var alike = _entries.Where(known => known.Key.Equals(Plain(letter), StringComparison.OrdinalIgnoreCase)).ToArray();
        return alike.Length == 1 ? alike[0].Value : null;
    }

    /// <summary>The usual marks of a day off, where the legend does not say otherwise.</summary>
    public static bool IsDayOff(string mark) => Plain(mark) is var plain && (plain.Length == 0 || DaysOff.Contains(plain));

    /// <summary>The letters that are written most like it.</summary>
    public IEnumerable<string> Nearest(string letter) =>
        Letters.OrderBy(known => Math.Abs(known.Length - letter.Length)).ThenByDescending(known => known.Count(sign => letter.Contains(sign, StringComparison.OrdinalIgnoreCase))).Take(6);

    private static string Plain(string letter) => (PlainForm.Of(letter) ?? letter).Trim();
}
