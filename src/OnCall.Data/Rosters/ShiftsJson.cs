using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using OnCall.Application;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

/// <summary>Many shifts as one parameter, with times as the database keeps them: a statement each would be slow over a network.</summary>
internal static class ShiftsJson
{
    public static string Write(IEnumerable<NewShift> shifts, IIdSource ids, DatabaseProvider provider)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var shift in shifts)
            {
                json.WriteStartObject();
                json.WriteString("id", ids.NewId());
                json.WriteString("role", shift.Role.Value);
                json.WriteString("person", shift.Person.Value);
                json.WriteNumber("tier", shift.Tier);
                Write(json, "start", shift.Start, provider);
                Write(json, "end", shift.End, provider);
                json.WriteString("label", shift.Label);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, string name, Instant at, DatabaseProvider provider)
    {
        var milliseconds = at.ToUnixTimeMilliseconds();
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                json.WriteNumber(name, milliseconds);
                break;
            case DatabaseProvider.SqlServer:
                json.WriteString(name, Instant.FromUnixTimeMilliseconds(milliseconds).ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(provider));
        }
    }
}
