using System.Globalization;
using NodaTime;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Reads a rule by RFC 5545 section 3.3.10. What it does not know is a fault, since a part left out would change every shift.</summary>
internal sealed class RecurrenceRuleReader
{
    private static readonly Dictionary<string, IsoDayOfWeek> Weekdays = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MO"] = IsoDayOfWeek.Monday, ["TU"] = IsoDayOfWeek.Tuesday, ["WE"] = IsoDayOfWeek.Wednesday, ["TH"] = IsoDayOfWeek.Thursday,
        ["FR"] = IsoDayOfWeek.Friday, ["SA"] = IsoDayOfWeek.Saturday, ["SU"] = IsoDayOfWeek.Sunday,
    };

    private readonly Dictionary<string, string> _parts = new(StringComparer.OrdinalIgnoreCase);
    private string _fault = "";

    /// <summary>The rule, or what is wrong with it in words that end a sentence.</summary>
    public static (RecurrenceRule? Rule, string Fault) Read(string text)
    {
        var reader = new RecurrenceRuleReader();
        var rule = reader.Split(text) && reader.Frequency() is { } frequency ? reader.Rule(frequency) : null;
        return reader._fault.Length > 0 ? (null, reader._fault) : (rule, "");
    }

    private bool Split(string text)
    {
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !_parts.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                Fail(part);
                return false;
            }
        }

        return true;
    }

    private RecurrenceFrequency? Frequency()
    {
        var text = Take("FREQ");
        RecurrenceFrequency? frequency = text?.ToUpperInvariant() switch
        {
            "HOURLY" => RecurrenceFrequency.Hourly,
            "DAILY" => RecurrenceFrequency.Daily,
            "WEEKLY" => RecurrenceFrequency.Weekly,
            "MONTHLY" => RecurrenceFrequency.Monthly,
            "YEARLY" => RecurrenceFrequency.Yearly,
            _ => null,
        };
        if (frequency is null)
        {
            Fail($"FREQ={text}");
        }

        return frequency;
    }

    private RecurrenceRule Rule(RecurrenceFrequency frequency)
    {
        var rule = new RecurrenceRule(frequency)
        {
            Interval = Single("INTERVAL") ?? 1,
            Count = Single("COUNT"),
            Months = Numbers("BYMONTH", 1, 12),
            WeekNumbers = Numbers("BYWEEKNO", 1, 53, alsoNegative: true),
            YearDays = Numbers("BYYEARDAY", 1, 366, alsoNegative: true),
            MonthDays = Numbers("BYMONTHDAY", 1, 31, alsoNegative: true),
            Weekdays = Days(),
            Hours = Numbers("BYHOUR", 0, 23),
            Minutes = Numbers("BYMINUTE", 0, 59),
            Seconds = Numbers("BYSECOND", 0, 59),
            Positions = Numbers("BYSETPOS", 1, 366, alsoNegative: true),
            WeekStart = WeekStart(),
        };
        rule = Until(rule);
        foreach (var unknown in _parts)
        {
            Fail($"{unknown.Key}={unknown.Value}");
        }

        if (RecurrenceRules.Forbidden(rule) is { } forbidden)
        {
            Fail(forbidden);
        }

        return rule;
    }

    private RecurrenceRule Until(RecurrenceRule rule)
    {
        if (Take("UNTIL") is not { } text)
        {
            return rule;
        }

        var (moment, day) = (TimeText.DateAndTime(text), TimeText.Date(text));
        if ((moment is null && day is null) || rule.Count is not null)
        {
            Fail($"UNTIL={text}");
        }

        return rule with { Until = moment, UntilDay = day };
    }

    private IsoDayOfWeek WeekStart()
    {
        var text = Take("WKST") ?? "MO";
        if (!Weekdays.TryGetValue(text, out var day))
        {
            Fail($"WKST={text}");
        }

        return day;
    }

    private int? Single(string name)
    {
        if (Take(name) is not { } text)
        {
            return null;
        }

        var number = Integer(text);
        if (number is not > 0)
        {
            Fail($"{name}={text}");
        }

        return number;
    }

    private HashSet<int> Numbers(string name, int least, int most, bool alsoNegative = false)
    {
        var numbers = new HashSet<int>();
        var text = Take(name);
        foreach (var each in text?.Split(',') ?? [])
        {
            var number = Integer(each);
            var size = alsoNegative && number < 0 ? -number : number;
            if (number is null || size < least || size > most)
            {
                Fail($"{name}={text}");
                return [];
            }

            numbers.Add(number.Value);
        }

        return numbers;
    }

    private HashSet<(int Ordinal, IsoDayOfWeek Day)> Days()
    {
        var days = new HashSet<(int Ordinal, IsoDayOfWeek Day)>();
        var text = Take("BYDAY");
        foreach (var each in text?.Split(',') ?? [])
        {
            var ordinal = each.Length == 2 ? 0 : Integer(each[..Math.Max(0, each.Length - 2)]);
            if (ordinal is not (>= -53 and <= 53) || (ordinal == 0 && each.Length > 2) || !Weekdays.TryGetValue(each[^2..], out var day))
            {
                Fail($"BYDAY={text}");
                return [];
            }

            days.Add((ordinal.Value, day));
        }

        return days;
    }

    private string? Take(string name) => _parts.Remove(name, out var text) ? text : null;

    // The first fault is the one to tell.
    private void Fail(string what) => _fault = _fault.Length > 0 ? _fault : $"'{(what.Length > 60 ? what[..60] + "…" : what)}'";

    private static int? Integer(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        return digits.Length is > 0 and < 10 && text.Length - digits.Length <= 1 && !digits.ContainsAnyExceptInRange('0', '9')
            ? int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : null;
    }
}
