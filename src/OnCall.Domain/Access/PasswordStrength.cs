using System.Text;

namespace OnCall.Domain.Access;

/// <summary>
/// What a password must be: 12 to 128 characters of any kind, with enough in it that is not among the first things guessed
/// (NIST SP 800-63B-4, 3.1.1.2: length, and no common, expected or context-specific ones; no rules on kinds of characters, no expiry).
/// </summary>
public static class PasswordStrength
{
    public const int Shortest = 12;
    public const int Longest = 128;

    // So many characters must be left when all that is known is taken away.
    private const int LeastUnknown = 6;
    private const int LeastDifferent = 5;
    private const int ShortestRun = 3;

    private static readonly string[] Known =
    [
        "password", "passwort", "passwd", "welcome", "willkommen", "letmein", "admin", "administrator", "login", "secret", "changeme", "default",
        "hospital", "clinic", "doctor", "nurse", "oncall", "pager", "iloveyou", "love", "dragon", "monkey", "football", "baseball", "princess",
        "sunshine", "master", "shadow", "superman", "batman", "trustno", "starwars", "whatever", "freedom", "hello", "test", "guest", "user", "root",
        "spring", "summer", "autumn", "winter", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "abc", "pass", "word",
    ];

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "yxcvbnm", "wxcvbn",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "!@#$%^&*()",
    ];

    /// <summary>What is wrong with it, and what to do; null when it will do.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="own">What is known of its owner: number, names.</param>
    public static string? Problem(string password, IEnumerable<string> own)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length is < Shortest or > Longest)
        {
            return $"Take {Shortest} to {Longest} characters. Several words are easier to remember than signs.";
        }

        return password.Distinct().Count() < LeastDifferent || Unknown(password, own) < LeastUnknown
            ? "This password is among the first that are guessed. Take several words that do not belong together."
            : null;
    }

    private static int Unknown(string password, IEnumerable<string> own)
    {
        var rest = Plain(password);
        foreach (var word in own.Select(Plain).Where(w => w.Length >= ShortestRun).Concat(Known).OrderByDescending(w => w.Length))
        {
            rest = rest.Replace(word, " ", StringComparison.Ordinal);
        }

        rest = WithoutRepeats(WithoutRuns(rest));

        // Digits are years, birthdays and counters: they count half.
        return rest.Count(char.IsLetter) + (rest.Count(c => !char.IsLetter(c) && c != ' ') / 2);
    }

    // A sign that stands for a letter does so beside letters; among digits it is a digit.
    private static string Plain(string text)
    {
        // Through bytes and back: half a surrogate pair cannot be brought into normal form.
        var written = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var plain = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            var beside = (i > 0 && char.IsLetter(written[i - 1])) || (i + 1 < written.Length && char.IsLetter(written[i + 1]));
            plain.Append(written[i] switch { '@' => 'a', '$' => 's', '0' when beside => 'o', '3' when beside => 'e', '!' when beside => 'i', var same => same });
        }

        return plain.ToString();
    }

    // Neighbours on a keyboard or in the alphabet, forwards and backwards, from three on.
    private static string WithoutRuns(string text)
    {
        var rest = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var length = Rows.Concat(Rows.Select(r => new string([.. r.Reverse()]))).Max(row => RunLength(text, i, row));
            rest.Append(length >= ShortestRun ? ' ' : text[i]);
            i += length >= ShortestRun ? length : 1;
        }

        return rest.ToString();
    }

    private static int RunLength(string text, int from, string row)
    {
        var longest = 0;
        for (var start = row.IndexOf(text[from], StringComparison.Ordinal); start >= 0; start = row.IndexOf(text[from], start + 1))
        {
            var length = 0;
            while (from + length < text.Length && start + length < row.Length && text[from + length] == row[start + length])
            {
                length++;
            }

            longest = Math.Max(longest, length);
        }

        return longest;
    }

    // What was said before adds nothing.
    private static string WithoutRepeats(string text)
    {
        var rest = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var said = i + ShortestRun <= text.Length && text[..i].Contains(text.Substring(i, ShortestRun), StringComparison.Ordinal);
            var same = i > 0 && text[i] == text[i - 1];
            rest.Append(said || same ? ' ' : text[i]);
        }

        return rest.ToString();
    }
}
