using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OnCall.Data.Tests.Paging;

/// <summary>
/// The same JSON as another version, or another program, might write it: fields in any order, some more that nobody knows, nulls for what is
/// not there, blanks, and letters written as escapes.
/// </summary>
internal sealed class WrittenOtherwise(int seed)
{
    private static readonly string[] MayBeMissing = ["sender", "takenOverBy", "role", "person", "tier", "post", "reply", "closedAt", "waitLeft"];
    private static readonly string[] Unknown =
    [
        "1", "-1.5e300", "true", "null", "\"\\ud83d\\ude00 \\\" } ]\"", "[]", "{}", "[[{\"page\":[1,{}]}],null]",
        "{\"phase\":\"Resolved\",\"steps\":[{\"waitSeconds\":1}],\"responders\":[{}],\"version\":99,\"closedAt\":1}",
    ];

    private readonly Random _lot = new(seed);
    private readonly StringBuilder _text = new();

    public string Of(string json)
    {
        Write(JsonNode.Parse(json));
        return _text.ToString();
    }

    private void Write(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                WriteAll('{', '}', [.. fields.Select(f => (Action)(() => WriteField(f.Key, f.Value))), .. More(fields)], inOrder: false);
                break;
            case JsonArray items:
                WriteAll('[', ']', [.. items.Select(i => (Action)(() => Write(i)))], inOrder: true);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Write((string)value!);
                break;
            default:
                _text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private IEnumerable<Action> More(JsonObject fields)
    {
        if (_lot.Next(2) == 0)
        {
            yield return () => WriteField($"new{_lot.Next(9)}", JsonNode.Parse(Unknown[_lot.Next(Unknown.Length)]));
        }

        foreach (var name in MayBeMissing.Where(name => !fields.ContainsKey(name) && _lot.Next(2) == 0))
        {
            yield return () => WriteField(name, null);
        }
    }

    private void WriteField(string name, JsonNode? value)
    {
        Write(name);
        _text.Append(':');
        Blanks();
        Write(value);
    }

    private void WriteAll(char begin, char end, Action[] parts, bool inOrder)
    {
        if (!inOrder)
        {
            _lot.Shuffle(parts);
        }

        _text.Append(begin);
        for (var place = 0; place < parts.Length; place++)
        {
            _text.Append(place == 0 ? "" : ",");
            Blanks();
            parts[place]();
            Blanks();
        }

        _text.Append(end);
    }

    private void Write(string words)
    {
        _text.Append('"');
        foreach (var letter in words)
        {
            var mustBeEscaped = letter is '"' or '\\' || letter < ' ';
            _text.Append(mustBeEscaped || _lot.Next(8) == 0 ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}") : Whole(letter, words));
        }

        _text.Append('"');
    }

    // Half of a pair that stands as it is and half of it as an escape would be no text.
    private static string Whole(char letter, string words) =>
        char.IsSurrogate(letter) || words.Any(char.IsSurrogate) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}") : letter.ToString();

    private void Blanks() => _text.Append(" \n\t\r".AsSpan(0, _lot.Next(5)));
}
