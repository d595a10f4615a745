namespace OnCall.Application.Rosters.Feeds;

/// <summary>Why there is no feed.</summary>
internal static class FeedRefusals
{
    /// <summary>The same for a wrong token, one that was renewed or revoked, and one whose holder may no longer read it.</summary>
    public static Refusal Unknown { get; } = new(
        RefusalKind.NotFound, "unknown-feed", "No such feed", "There is no calendar feed here. It may have been renewed or revoked: make a new one and subscribe to its address.");

    public static Refusal NotForIntegrations { get; } = Refusal.Forbidden("A calendar feed belongs to a person and ends with them. An integration reads /api/v1/rosters.");

    public static Refusal NotReadable(string role) => Refusal.Forbidden($"Your permissions do not reach the roster of '{role}'.");
}
