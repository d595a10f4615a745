using Microsoft.AspNetCore.WebUtilities;

namespace OnCall.Channels.Twilio;

/// <summary>A webhook's URL as the provider may have signed it. The text is kept: normalising would change escapes.</summary>
internal static class SignedUrl
{
    /// <summary>Without a port and with one: the provider leaves out the default port in one place and writes it in another.</summary>
    internal static IEnumerable<string> Spellings(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return [url];
        }

        var start = scheme + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is var i and >= 0 ? start + i : url.Length;
        var host = url[start..end];
        var colon = host.IndexOf(':', Math.Max(0, host.LastIndexOf(']')));
        var bare = colon < 0 ? host : host[..colon];
        var port = colon >= 0 ? host[colon..] : url.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        return [url[..start] + bare + url[end..], url[..start] + bare + port + url[end..]];
    }

    internal static string? BodyHash(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return query >= 0 && QueryHelpers.ParseQuery(url[query..]).TryGetValue("bodySHA256", out var hash) ? (string?)hash : null;
    }
}
