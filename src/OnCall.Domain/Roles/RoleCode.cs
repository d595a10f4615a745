using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OnCall.Domain.Roles;

/// <summary>
/// The rules of a role's code: lower-case letters and digits of any script, words joined by single dashes, parts by slashes:
/// <c>cardiology/duty-physician</c>.
/// </summary>
public static partial class RoleCode
{
    /// <summary>The longest code, in characters.</summary>
    public const int MaxLength = 100;

    // Two are built in; the other is a path of the API.
    private static readonly string[] TakenCodes = [Role.DeskCode, Role.SelfTestCode, "resolve", "search"];

    /// <summary>True for a code that nobody may give to a role of their own.</summary>
    public static bool IsTaken(string code) => TakenCodes.Contains(code, StringComparer.OrdinalIgnoreCase);

    public static bool IsWellFormed(string? code) =>
        code is { Length: > 0 and <= MaxLength }
        && Form().IsMatch(code)
        && string.Equals(code, code.ToLowerInvariant(), StringComparison.Ordinal);

    /// <summary>
    /// A code for a role known only by its name: "Cardiology – duty physician" gives <c>cardiology/duty-physician</c>.
    /// A dash between spaces parts, everything else that is neither letter nor digit joins. Null when nothing is left or the code is taken.
    /// </summary>
    public static string? FromName(string name)
    {
        if (PlainForm.Of(name) is not { } plain)
        {
            return null;
        }

        var parts = Parting().Split(plain).Select(Words).Where(p => p.Length > 0);
        var code = string.Join('/', parts);
        code = code.Length > MaxLength ? code[..MaxLength].TrimEnd('/', '-') : code;
        return IsWellFormed(code) && !IsTaken(code) ? code : null;
    }

    private static string Words(string part)
    {
        var words = new StringBuilder(part.Length);
        foreach (var c in part.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                words.Append(c);
            }
            else if (words.Length > 0 && words[^1] != '-')
            {
                words.Append('-');
            }
        }

        return words.ToString().TrimEnd('-');
    }

    [GeneratedRegex(@"\A[\p{L}\p{M}\p{N}]+([-/][\p{L}\p{M}\p{N}]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Form();

    [GeneratedRegex(@"(?<!\s)\s+[\p{Pd}/]+\s+|/", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Parting();
}
