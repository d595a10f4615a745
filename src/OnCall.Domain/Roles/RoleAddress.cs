using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace OnCall.Domain.Roles;

/// <summary>
/// One way to write a role: its code, its name or an alias. Two addresses are the same when their normal forms are:
/// case, width (Unicode NFKC) and spaces do not count, and every kind of dash and the slash are one.
/// </summary>
public sealed record RoleAddress
{
    /// <summary>The longest address, in characters, as written and in normal form.</summary>
    public const int MaxLength = 200;

    // Besides Unicode's dash punctuation: what keyboards and word processors put where a dash is meant. The last is the
    // Japanese long vowel mark, which the dash key types in kana mode.
    private const string MoreDashes = "/\\\u02D7\u2043\u2044\u2212\u2215\u2500\u2501\u30FC";

    private RoleAddress(string written, string normalForm)
    {
        Written = written;
        NormalForm = normalForm;
    }

    public string Written { get; }

    /// <summary>What is compared and stored, ordinally.</summary>
    public string NormalForm { get; }

    /// <summary>Reads an address; false when nothing is left of it, or too much.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RoleAddress? address)
    {
        address = null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength || PlainForm.Of(text) is not { } plain)
        {
            return false;
        }

        var normal = Normalize(plain);
        address = normal.Length is > 0 and <= MaxLength && normal.Any(c => c != '-') ? new RoleAddress(text.Trim(), normal) : null;
        return address is not null;
    }

    public bool Equals(RoleAddress? other) => other is not null && string.Equals(NormalForm, other.NormalForm, StringComparison.Ordinal);

    public override int GetHashCode() => NormalForm.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Written;

    private static string Normalize(string plain)
    {
        // Upper before lower: letters with two lower forms (Greek sigma) meet.
        var folded = plain.ToUpperInvariant().ToLowerInvariant();
        var normal = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (IsDash(c))
            {
                if (normal.Length == 0 || normal[^1] != '-')
                {
                    normal.Append('-');
                }
            }
            else if (!IsBlank(c))
            {
                normal.Append(c);
            }
        }

        return normal.ToString();
    }

    private static bool IsDash(char c) =>
        char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || MoreDashes.Contains(c, StringComparison.Ordinal);

    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;
}
