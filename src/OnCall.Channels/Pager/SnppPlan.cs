using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Pager;

/// <summary>The session that sends one notification, written down before the first byte goes out.</summary>
internal static class SnppPlan
{
    private static readonly InstantPattern HoldTime = InstantPattern.Create("yyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>True when the address can stand in a command: a pager's number or name, and its PIN behind one space.</summary>
    internal static bool Fits(string address) =>
        address.Length is > 0 and <= 64 && address.All(c => c is >= ' ' and <= '~') && address.Split(' ') is { Length: <= 2 } parts && parts.All(part => part.Length > 0);

    internal static IEnumerable<SnppStep> For(OutgoingNotification notification, SnppOptions options, Instant now) =>
    [
        new SnppStep(SnppVerb.Greeting, []),
        .. Opening(options),
        .. Manner(notification.Text, options, now),
        new SnppStep(SnppVerb.Page, $"PAGE {notification.Address}"),
        .. Words(notification.Text, options),
        new SnppStep(SnppVerb.Send, "SEND"),
    ];

    /// <summary>For a gateway without DATA: what fits on one line. The reference stands first, so a cut end costs least.</summary>
    internal static SnppStep OneLine(OutgoingText text, SnppOptions options) =>
        new(SnppVerb.Message, $"MESS {PagerText.Wrap(Line(text, options), options.MaxLineLength).First()}");

    private static IEnumerable<SnppStep> Opening(SnppOptions options) =>
    [
        .. string.IsNullOrEmpty(options.Login) ? [] : new[] { new SnppStep(SnppVerb.Login, $"LOGI {options.Login} {options.Password}".TrimEnd()) },
        .. options.SiteCommands.Select(command => new SnppStep(SnppVerb.Site, $"SITE {command.Trim()}", optional: true)),
    ];

    // RFC 1861: level 0 is priority, 1 is normal; ALER 1 makes a silenced device ring, 0 leaves it silent. Both go before PAGE.
    private static IEnumerable<SnppStep> Manner(OutgoingText text, SnppOptions options, Instant now)
    {
        var rings = text.Rings;
        if (options.ServiceLevels)
        {
            yield return new SnppStep(SnppVerb.Level, rings ? "LEVE 0" : "LEVE 1", optional: true);
            yield return new SnppStep(SnppVerb.Alert, rings ? "ALER 1" : "ALER 0", optional: true);
        }

        if (options.QuietHoldSeconds is { } seconds && !rings)
        {
            yield return new SnppStep(SnppVerb.Hold, $"HOLD {HoldTime.Format(now + Duration.FromSeconds(seconds))} +0000", optional: true);
        }
    }

    private static IEnumerable<SnppStep> Words(OutgoingText text, SnppOptions options)
    {
        if (options.Subject)
        {
            yield return new SnppStep(SnppVerb.Subject, $"SUBJ {Subject(text)}", optional: true);
        }

        var line = Line(text, options);
        if (line.Length <= options.MaxLineLength)
        {
            yield return new SnppStep(SnppVerb.Message, $"MESS {line}");
            yield break;
        }

        yield return new SnppStep(SnppVerb.Data, "DATA");
        yield return new SnppStep(SnppVerb.DataText, [.. PagerText.Wrap(line, options.MaxLineLength - 1).Select(Shield), "."]);
    }

    // A dot alone ends the text, and gateways differ on a doubled one (HylaFAX keeps both dots): a space is understood by all.
    private static string Shield(string line) => line.StartsWith('.') ? " " + line : line;

    private static string Line(OutgoingText text, SnppOptions options) =>
        options.IsUtf8 ? PagerText.ToUtf8(text.ToPagerLine()) : PagerText.ToAscii(text.ToPagerLine());

    private static string Subject(OutgoingText text) => text is ExternalText page ? page.Reference.ToString() : "OnCall";
}
