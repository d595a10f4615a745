using OnCall.Api.Settings;

namespace OnCall.Api.Endpoints.Feeds;

/// <summary>A calendar feed that was just made or renewed.</summary>
/// <param name="Url">What a calendar subscribes to. Whoever has it reads the feed: told this once.</param>
/// <param name="Token">The secret in it.</param>
public sealed record FeedLink(string Url, string Token)
{
    /// <summary>At the address that this house is known by; where it has none, at the one that was asked.</summary>
    internal static FeedLink Of(HttpContext context, OnCallOptions options, string token)
    {
        var house = string.IsNullOrWhiteSpace(options.PublicUrl) ? $"{context.Request.Scheme}://{context.Request.Host}" : options.PublicUrl.TrimEnd('/');
        return new FeedLink($"{house}/feeds/{token}.ics", token);
    }
}
