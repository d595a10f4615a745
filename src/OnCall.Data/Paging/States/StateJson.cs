using System.Buffers;
using System.Text;
using System.Text.Json;
using OnCall.Application;
using OnCall.Domain.Escalation;

namespace OnCall.Data.Paging.States;

/// <summary>
/// How an escalation's state is written in its column: instants and durations as milliseconds, enums by name, what is null left out.
/// By hand, since a serializer that finds its way by reflection costs a node at rest some megabytes, and every page its time.
/// </summary>
public static class StateJson
{
    public static string Write(Escalation escalation) => JsonText.Of(json => StateWriter.Write(json, escalation));

    /// <exception cref="JsonException">It is no JSON, what every version writes is missing, or a value is of another kind or out of range.</exception>
    public static Escalation Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return StateReader.Read(utf8, Encoding.UTF8.GetBytes(json, utf8));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
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

    /// <exception cref="JsonException">It is no JSON, or no list of texts.</exception>
    public static IReadOnlyList<string> ReadList(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.EnumerateArray().Select(static word => word.GetString() ?? "")];
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("The list cannot be read: " + broken.Message, broken);
        }
    }
}
