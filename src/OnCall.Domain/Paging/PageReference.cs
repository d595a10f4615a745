using System.Diagnostics.CodeAnalysis;

namespace OnCall.Domain.Paging;

/// <summary>
/// The short name by which people call a page: four or more of 32 characters that cannot be confused
/// on a pager or by voice (no I, L, O, U). Unique over all pages that are not closed and those of the last 7 days.
/// </summary>
public readonly record struct PageReference
{
    /// <summary>Crockford's base 32 alphabet (digits, and letters without I, L, O, U).</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The fewest characters.</summary>
    public const int MinLength = 4;

    /// <summary>The most characters that are drawn or read.</summary>
    public const int MaxLength = 8;

    private PageReference(string value) => Value = value;

    /// <summary>Without the hash.</summary>
    public string Value { get; }

    /// <summary>Draws a reference of <paramref name="length"/> characters from random bits.</summary>
    public static PageReference FromBits(ulong bits, int length = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, MinLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxLength);
        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            text[i] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }

        return new PageReference(new string(text));
    }

    /// <summary>Reads what a person typed: with or without the hash, any case, full width or not, O for 0 and I or L for 1 (Crockford's decoding rule).</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PageReference reference)
    {
        reference = default;
        var bare = text is null ? null : string.Concat(text.Trim().Select(Narrow)).TrimStart('#').ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (bare is null || bare.Length is < MinLength or > MaxLength || bare.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
        {
            return false;
        }

        reference = new PageReference(bare);
        return true;
    }

    // Full-width forms (U+FF01 to U+FF5E) lie at a fixed distance from ASCII.
    private static char Narrow(char typed) => typed is >= '\uFF01' and <= '\uFF5E' ? (char)(typed - 0xFEE0) : typed;

    /// <summary>As people see it: <c>#A1B2</c>.</summary>
    public override string ToString() => "#" + Value;
}
