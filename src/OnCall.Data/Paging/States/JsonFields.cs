using System.Text;
using System.Text.Json;

namespace OnCall.Data.Paging.States;

/// <summary>Reads a JSON object in one pass, by what each of its properties sets. Null and what is not known are passed over.</summary>
/// <param name="fields">In the order in which they are usually written: the next one is looked at first.</param>
internal sealed class JsonFields<T>(params (string Name, JsonField<T> Set)[] fields)
    where T : class, new()
{
    private readonly (byte[] Name, JsonField<T> Set)[] _fields = [.. fields.Select(f => (Encoding.UTF8.GetBytes(f.Name), f.Set))];

    /// <param name="json">At the beginning of the object; it is left at its end.</param>
    /// <exception cref="JsonException">It is no such object.</exception>
    public T Read(ref Utf8JsonReader json) => Read(ref json, new T());

    /// <inheritdoc cref="Read(ref Utf8JsonReader)"/>
    public T Read(ref Utf8JsonReader json, T into)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An object was expected, and not {json.TokenType}.");
        }

        var place = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var set = Find(ref json, ref place);
            json.Read();
            if (set is null || json.TokenType == JsonTokenType.Null)
            {
                json.Skip();
            }
            else
            {
                set(ref json, into);
            }
        }

        return into;
    }

    private JsonField<T>? Find(ref Utf8JsonReader json, ref int place)
    {
        for (var looked = 0; looked < _fields.Length; looked++)
        {
            var (name, set) = _fields[place];
            place = place + 1 == _fields.Length ? 0 : place + 1;
            if (json.ValueTextEquals(name))
            {
                return set;
            }
        }

        return null;
    }
}
