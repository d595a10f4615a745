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
}
