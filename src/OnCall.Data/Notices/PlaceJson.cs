using System.Text.Json;
using OnCall.Application;
using OnCall.Domain.Notices;

namespace OnCall.Data.Notices;

/// <summary>A place of a cover or a swap within a notice's facts.</summary>
internal static class PlaceJson
{
    public static void Write(Utf8JsonWriter json, string name, PlaceFact? place)
    {
        if (place is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("role", place.RoleName);
        json.WriteKnown("start", place.Start);
        json.WriteKnown("end", place.End);
        json.WriteString("zone", place.Zone.Id);
        json.WriteString("giver", place.Giver);
        json.WriteString("taker", place.Taker);
        json.WriteEndObject();
    }

    public static PlaceFact? Read(JsonElement facts, string name) => !facts.TryGetProperty(name, out var json) ? null : new PlaceFact(
        json.Text("role") ?? "", json.At("start")!.Value, json.At("end")!.Value, StoredZone.Of(json.Text("zone")), json.Text("giver") ?? "", json.Text("taker") ?? "");
}
