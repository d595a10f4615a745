using System.Globalization;

namespace OnCall.Api.Screens.Admin;

/// <summary>A wait as two fields, minutes and seconds.</summary>
internal static class WaitFields
{
    /// <summary>In seconds; null where both are empty, -1 where either is no whole number, which no wait may be.</summary>
    internal static int? Read(string? minutes, string? seconds) => (minutes.Number(), seconds.Number()) switch
    {
        (null, null) => null,
        (-1, _) or (_, -1) or ( > 100_000, _) => -1,
        var (m, s) => ((m ?? 0) * 60) + (s ?? 0),
    };

    internal static (string? Minutes, string? Seconds) Write(int? wait) =>
        wait is { } all ? ((all / 60).ToString(CultureInfo.InvariantCulture), (all % 60).ToString(CultureInfo.InvariantCulture)) : (null, null);
}
