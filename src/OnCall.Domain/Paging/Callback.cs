using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace OnCall.Domain.Paging;

/// <summary>
/// The number to call back. It leaves the building, so nothing but digits, <c>+ * #</c>, spaces and <c>ext</c> fits in:
/// a patient's name or ward note cannot.
/// </summary>
public sealed partial record Callback
{
    /// <summary>The longest callback accepted, in characters.</summary>
    public const int MaxLength = 32;

    private Callback(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads a callback; false when it holds anything that a telephone number does not.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Callback? callback)
    {
        var trimmed = text?.Trim() ?? "";
        callback = trimmed.Length is > 0 and <= MaxLength && Form().IsMatch(trimmed) ? new Callback(trimmed) : null;
        return callback is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^(?=.*[0-9])[0-9+*# ]+(?:ext ?[0-9*# ]+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Form();
}
