using System.Text.Json;
using OnCall.Application;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Alarms;

/// <summary>How the channels of a node are written in its row: instants as milliseconds, kinds by name.</summary>
internal static class StreaksJson
{
    internal static string Write(IReadOnlyList<ChannelStreak> channels) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var channel in channels)
        {
            json.WriteStartObject();
            json.WriteString("Kind", channel.Kind.ToString());
            json.WriteNumber("Failures", channel.Failures);
            json.WriteKnown("Since", channel.Since);
            json.WriteKnown("LastFailure", channel.LastFailure);
            json.WriteKnown("LastAnswer", channel.LastAnswer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    // A kind that another version knows and this one does not is not this one's concern.
    internal static IReadOnlyList<ChannelStreak> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var known = new List<ChannelStreak>();
        foreach (var stored in document.RootElement.EnumerateArray())
        {
            if (Enum.TryParse<ContactMethodKind>(stored.Text("Kind"), out var kind))
            {
                known.Add(new ChannelStreak(kind, stored.Int("Failures") ?? 0, stored.At("Since"), stored.At("LastFailure"), stored.At("LastAnswer")));
            }
        }

        return known;
    }
}
