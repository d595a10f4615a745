namespace OnCall.Domain;

/// <summary>How much two words or names are alike, for telling somebody what they may have meant.</summary>
public static class Likeness
{
    /// <summary>From here on something is worth telling.</summary>
    public const double Near = 0.3;

    /// <summary>
    /// From 0 to 1: the share of character pairs that both have (Dice's coefficient). Part of the candidate counts as near.
    /// Both must be in the same normal form.
    /// </summary>
    public static double Of(string written, string candidate)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(candidate);
        var shared = Dice(Pairs(written), Pairs(candidate));
        return written.Length >= 2 && candidate.Contains(written, StringComparison.Ordinal) ? Math.Max(shared, 0.5 + (shared / 2)) : shared;
    }

    private static double Dice(Dictionary<(char, char), int> left, Dictionary<(char, char), int> right)
    {
        var shared = left.Sum(p => Math.Min(p.Value, right.GetValueOrDefault(p.Key)));
        return 2.0 * shared / (left.Values.Sum() + right.Values.Sum());
    }

    // A blank before and after lets short words and first letters count.
    private static Dictionary<(char, char), int> Pairs(string text)
    {
        var padded = $" {text} ";
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 0; i + 1 < padded.Length; i++)
        {
            var pair = (padded[i], padded[i + 1]);
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }
}
