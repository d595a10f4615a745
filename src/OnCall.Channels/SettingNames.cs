namespace OnCall.Channels;

/// <summary>Where the channels' settings are read, and how a message names them to whoever installs OnCall.</summary>
internal static class SettingNames
{
    internal const string PublicUrl = "OnCall:PublicUrl";

    internal static string Section(string channel) => $"OnCall:Channels:{channel}";

    /// <summary>The environment form, as the documentation has it: <c>OnCall__Channels__Twilio__AuthToken</c>.</summary>
    internal static string Of(string channel, string setting) => $"OnCall__Channels__{channel}__{setting}";

    internal static bool IsHttpUrl(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
