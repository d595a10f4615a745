using System.Net.Mime;

namespace OnCall.Api.Auth;

/// <summary>Tells a person's browser asking for a screen from a program asking the API.</summary>
internal static class BrowserRequest
{
    internal const string SessionCookie = "oncall-session";

    internal static bool HasSession(HttpRequest request) => request.Cookies.ContainsKey(SessionCookie);

    internal static bool IsScreen(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Authorization.Count == 0
        && request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);
}
