using System.Text.Json;
using OnCall.Application;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>How a role's demand is written in its column: null where it asks nothing.</summary>
internal static class DemandJson
{
    public static string? Write(RoleDemand demand) => demand == RoleDemand.None ? null : JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("positions");
        foreach (var position in demand.Positions)
        {
            json.WriteStringValue(position);
        }

        json.WriteEndArray();
        if (demand.LeastRank is { } least)
        {
            json.WriteNumber("leastRank", least);
        }

        json.WriteEndObject();
    });

    public static RoleDemand Read(string? text)
    {
        if (text is null)
        {
            return RoleDemand.None;
        }

        using var document = JsonDocument.Parse(text);
        return new RoleDemand(document.RootElement.List("positions", static p => p.GetString()!), document.RootElement.Int("leastRank"));
    }
}
