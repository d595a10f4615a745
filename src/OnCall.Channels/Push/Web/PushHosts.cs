using Microsoft.Extensions.Options;
using OnCall.Application.Devices;

namespace OnCall.Channels.Push.Web;

/// <summary>
/// Where pushes may go. The address of a subscription comes from a browser, so that anybody who is signed in could make this machine ask any
/// host of the house's network; only known push services are asked.
/// </summary>
internal sealed class PushHosts(IOptions<WebPushOptions> options) : IWebPush
{
    private static readonly string[] Known =
        ["fcm.googleapis.com", "*.push.services.mozilla.com", "*.notify.windows.com", "web.push.apple.com"];

    public bool IsConfigured => options.Value.IsConfigured;

    public bool Allows(string endpoint) =>
        endpoint is { Length: <= WebSubscription.LongestEndpoint }
        && Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (IsPushService(uri) || (options.Value.AllowLoopback && uri.IsLoopback && uri.Scheme is ("http" or "https")));

    /// <summary>A host's name, or <c>*.</c> before one of two parts or more.</summary>
    internal static bool IsPattern(string host) => host.StartsWith("*.", StringComparison.Ordinal)
        ? host.Count(c => c == '.') > 1 && Uri.CheckHostName(host[2..]) == UriHostNameType.Dns
        : Uri.CheckHostName(host) == UriHostNameType.Dns;

    private bool IsPushService(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && uri.HostNameType == UriHostNameType.Dns
        && (Known.Any(h => Fits(uri.IdnHost, h)) || options.Value.OwnHosts.Any(h => Fits(uri.IdnHost, h)));

    private static bool Fits(string host, string pattern) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : string.Equals(host, pattern, StringComparison.OrdinalIgnoreCase);
}
