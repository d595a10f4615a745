using System.Security.Cryptography;
using System.Text.Json;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>Tells whether an event, or a whole feed, says something new: SHA-256 in lower-case hex of all that it says but its versions.</summary>
internal static class FeedHash
{
    public static string Of(FeedEvent of) => Of(
        of.Uid, of.Start.ToUnixTimeMilliseconds(), of.End.ToUnixTimeMilliseconds(), of.Summary, of.RoleName, of.RoleCode, of.Person, of.Tier, of.Label);

    public static string Of(FeedCalendar calendar) => Of(calendar.Name, calendar.Zone.Id, calendar.Events.Select(Of));

    private static string Of(params object?[] said) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said)));
}
