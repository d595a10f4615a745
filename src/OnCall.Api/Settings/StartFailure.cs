using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace OnCall.Api.Settings;

/// <summary>Turns whatever stopped the start into one line for whoever installs OnCall.</summary>
internal static partial class StartFailure
{
    internal static string Line(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var text = error switch
        {
            TargetInvocationException { InnerException: { } inner } => inner.Message,
            OptionsValidationException invalid => string.Join(' ', invalid.Failures),
            InvalidOperationException { InnerException: FormatException } unread => Unread(unread.Message),
            _ => error.Message,
        };
        return "OnCall cannot start: " + Spaces().Replace(text, " ").Trim();
    }

    // The binder writes OnCall:Demo; people set OnCall__Demo.
    private static string Unread(string message) => Setting().Match(message) is { Success: true } setting
        ? $"{setting.Value.Replace(":", "__", StringComparison.Ordinal)} cannot be read: {message}"
        : message;

    [GeneratedRegex(@"OnCall(?::\w+)+", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Spaces();
}
