using OnCall.Domain.Notifications;

namespace OnCall.Api.Screens.Wording;

/// <summary>The technologies by which people are reached, in words.</summary>
internal static class ChannelText
{
    /// <param name="kind">As the API writes it: <c>sms</c>.</param>
    internal static string Of(Texts t, string kind) => kind switch
    {
        "sms" => t["SMS"],
        "push" => t["Push"],
        "voice" => t["Voice call"],
        "snpp" or "wctp" or "tap" => t["Pager"],
        "mail" => t["Mail"],
        "inApp" => t["In the app"],
        var other => other,
    };

    /// <summary>As people choose between them for themselves: which way to a pager it is decides whether it works here.</summary>
    /// <param name="kind">As the API writes it.</param>
    internal static string Own(Texts t, string kind) => kind switch
    {
        "snpp" => t["Pager by SNPP"],
        "wctp" => t["Pager by WCTP"],
        "tap" => t["Pager by TAP"],
        _ => Of(t, kind),
    };

    internal static string Own(Texts t, ContactMethodKind kind) => Own(t, kind == ContactMethodKind.InApp ? "inApp" : kind.ToString().ToLowerInvariant());
}
