using System.Text.Json;
using NodaTime;
using OnCall.Application;

namespace OnCall.Data.Rows;

/// <summary>Rows as values of .NET, for the parameters of SQL Server. Times in UTC, cut to the millisecond.</summary>
internal sealed class ValueRowWriter : RowWriter
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<object?[]> _rows = [];
    private object?[] _row = [];
    private int _column;

    /// <summary>Where the value of a name stands in each row.</summary>
    public IReadOnlyDictionary<string, int> Places => _places;

    public IReadOnlyList<object?[]> Rows => _rows;

    protected override void Begin()
    {
        _row = new object?[_rows.Count == 0 ? 32 : _places.Count];
        _column = 0;
    }

    protected override void End()
    {
        if (_column < _places.Count)
        {
            throw new InvalidOperationException($"'{_places.First(p => p.Value == _column).Key}' of the first row is missing.");
        }

        _rows.Add(_row);
    }

    public override void Set(string name, long? value) => Add(name, value);

    public override void Set(string name, string? words) => Add(name, words);

    public override void Set(string name, Guid? id) => Add(name, id);

    public override void Set(string name, bool value) => Add(name, value);

    // datetime2(3) rounds; cutting here keeps both databases and the rules on the same millisecond.
    public override void Set(string name, Instant? at) => Add(name, at is { } instant ? Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()).ToDateTimeUtc() : null);

    public override void SetJson<T>(string name, T value, Action<Utf8JsonWriter, T> write) => Add(name, JsonText.Of(json => write(json, value)));

    private void Add(string name, object? value)
    {
        if (_rows.Count == 0)
        {
            if (!_places.TryAdd(name, _column))
            {
                throw new InvalidOperationException($"'{name}' is set twice.");
            }

            if (_column == _row.Length)
            {
                Array.Resize(ref _row, _row.Length * 2);
            }
        }
        else if (!_places.TryGetValue(name, out var place) || place != _column)
        {
            throw new InvalidOperationException($"'{name}' is not where it stood in the first row.");
        }

        _row[_column++] = value;
    }
}
