using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Data.Paging;

/// <summary>How an escalation's state is written in its column: instants and durations as milliseconds, enums by name.</summary>
public static class StateJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new JsonStringEnumConverter(),
            new InstantConverter(),
            new DurationConverter(),
            new IdConverter<PageId>(static v => new PageId(v), static id => id.Value),
            new IdConverter<RoleId>(static v => new RoleId(v), static id => id.Value),
            new IdConverter<PersonId>(static v => new PersonId(v), static id => id.Value),
        },
    };

    public static string Write(Escalation escalation) => JsonSerializer.Serialize(escalation, Options);

    public static void Write(Utf8JsonWriter json, Escalation escalation) => JsonSerializer.Serialize(json, escalation, Options);

    public static Escalation Read(string json) =>
        JsonSerializer.Deserialize<Escalation>(json, Options) ?? throw new JsonException("An escalation's state is empty.");

    public static string WriteList(IReadOnlyList<string> items) => JsonSerializer.Serialize(items, Options);

    public static IReadOnlyList<string> ReadList(string json) => JsonSerializer.Deserialize<List<string>>(json, Options) ?? [];

    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Instant.FromUnixTimeMilliseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
    }

    private sealed class DurationConverter : JsonConverter<Duration>
    {
        public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Duration.FromMilliseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
            writer.WriteNumberValue((long)value.TotalMilliseconds);
    }

    private sealed class IdConverter<T>(Func<Guid, T> read, Func<T, Guid> write) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
