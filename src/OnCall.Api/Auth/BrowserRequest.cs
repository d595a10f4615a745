using System.Net.Mime;

namespace OnCall.Api.Auth;

/// <summary>Tells a person's browser asking for a screen from a program asking the API.</summary>
internal static class BrowserRequest
{
    internal const string SessionCookie = "oncall-session";

    // Sent with what a screen's script asks for by itself.
    private const string LiveHeader = "X-OnCall-Live";

    /// <summary>
    /// Whether somebody is at the browser: a screen that looks for news by itself does not say so. The board's does all the same: a desk
    /// that watches and touches nothing must not go dark.
    /// </summary>
    internal static bool IsSomebodyPresent(HttpRequest request) =>
        request.Path.StartsWithSegments("/board", StringComparison.OrdinalIgnoreCase)
        || (!request.Headers.ContainsKey(LiveHeader) && !request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase));

    internal static bool HasSession(HttpRequest request) => request.Cookies.ContainsKey(SessionCookie);

    internal static bool IsScreen(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Authorization.Count == 0
        && request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);
}
