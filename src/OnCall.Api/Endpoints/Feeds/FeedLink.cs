namespace OnCall.Api.Endpoints.Feeds;

/// <summary>A calendar feed that was just made or renewed.</summary>
/// <param name="Url">What a calendar subscribes to. Whoever has it reads the feed: told this once.</param>
/// <param name="Token">The secret in it.</param>
public sealed record FeedLink(string Url, string Token);
