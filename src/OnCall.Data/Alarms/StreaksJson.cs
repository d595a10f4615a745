using System.Text.Json;
using NodaTime;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Alarms;

/// <summary>How the channels of a node are written in its row: instants as milliseconds, kinds by name.</summary>
internal static class StreaksJson
{
    internal static string Write(IReadOnlyList<ChannelStreak> channels) => JsonSerializer.Serialize(
        channels.Select(c => new Stored(c.Kind.ToString(), c.Failures, Ms(c.Since), Ms(c.LastFailure), Ms(c.LastAnswer))));

    // A kind that another version knows and this one does not is not this one's concern.
    internal static IReadOnlyList<ChannelStreak> Read(string json) =>
    [
        .. from stored in JsonSerializer.Deserialize<List<Stored>>(json) ?? []
           where Enum.TryParse<ContactMethodKind>(stored.Kind, out _)
           select new ChannelStreak(Enum.Parse<ContactMethodKind>(stored.Kind), stored.Failures, At(stored.Since), At(stored.LastFailure), At(stored.LastAnswer)),
    ];

    private static long? Ms(Instant? at) => at?.ToUnixTimeMilliseconds();

    private static Instant? At(long? ms) => ms is { } known ? Instant.FromUnixTimeMilliseconds(known) : null;

    private sealed record Stored(string Kind, int Failures, long? Since, long? LastFailure, long? LastAnswer);
}
