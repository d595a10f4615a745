using System.Text.Json;
using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Data.Paging.States;

/// <summary>The kinds of value in a state.</summary>
internal static class StateValues
{
    extension(ref Utf8JsonReader json)
    {
        /// <summary>Written in milliseconds since 1970.</summary>
        public Instant GetInstant() => Instant.FromUnixTimeMilliseconds(json.GetInt64());

        /// <summary>Written in milliseconds.</summary>
        public Duration GetDuration() => Duration.FromMilliseconds(json.GetInt64());

        public PersonId GetPerson() => new(json.GetGuid());

        public RoleId GetRole() => new(json.GetGuid());
    }

    /// <exception cref="JsonException">No value bears this name.</exception>
    public static T Name<T>(ref Utf8JsonReader json)
        where T : struct, Enum
    {
        foreach (var (name, value) in Names<T>.All)
        {
            if (json.ValueTextEquals(name))
            {
                return value;
            }
        }

        throw new JsonException($"'{json.GetString()}' is no {typeof(T).Name}.");
    }

    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader json, JsonItem<T> read)
    {
        var items = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(read(ref json));
        }

        return items.Count == 0 ? [] : items;
    }

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly (string Name, T Value)[] All = [.. Enum.GetValues<T>().Select(static value => (value.ToString(), value))];
    }
}
