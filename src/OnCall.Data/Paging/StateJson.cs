using System.Text.Json;
using OnCall.Application;
using OnCall.Domain.Escalation;

namespace OnCall.Data.Paging;

/// <summary>
/// How an escalation's state is written in its column: instants and durations as milliseconds, enums by name, what is null left out.
/// By hand, since a serializer that finds its way by reflection costs a node at rest some megabytes, and every page its time.
/// </summary>
public static class StateJson
{
    public static string Write(Escalation escalation) => JsonText.Of(json => StateWriter.Write(json, escalation));

    public static Escalation Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return StateReader.Read(document.RootElement);
    }

    public static string WriteList(IReadOnlyList<string> items) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    });

    public static IReadOnlyList<string> ReadList(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(static word => word.GetString() ?? "")];
    }
}
