using System.Text;
using System.Text.Json;
using NodaTime;

namespace OnCall.Data.Rows;

/// <summary>Rows as SQLite stores them: times as milliseconds since 1970, ids as text, yes and no as 1 and 0.</summary>
internal sealed class CellRowWriter : RowWriter, IDisposable
{
    private readonly List<string> _names = [];
    private readonly CellRows _rows = new();
    private Utf8JsonWriter? _json;
    private int _column;
    private int _written;

    public IReadOnlyList<string> Names => _names;

    /// <summary>Whoever takes them gives them back.</summary>
    public CellRows Rows => _rows;

    protected override void Begin() => _column = 0;

    protected override void End()
    {
        if (_column < _names.Count)
        {
            throw new InvalidOperationException($"'{_names[_column]}' of the first row is missing.");
        }

        _written++;
    }

    public override void Set(string name, long? value) => Add(name, value is { } known ? new Cell(CellKind.Number, 0, known) : default);

    public override void Set(string name, bool value) => Set(name, value ? 1 : 0);

    public override void Set(string name, Instant? at) => Set(name, at?.ToUnixTimeMilliseconds());

    public override void Set(string name, string? words)
    {
        if (words is null)
        {
            Add(name, default);
            return;
        }

        var place = _rows.Text.Length;
        _rows.Text.Advance(Encoding.UTF8.GetBytes(words, _rows.Text.GetSpan(Encoding.UTF8.GetMaxByteCount(words.Length))));
        AddText(name, place);
    }

    public override void Set(string name, Guid? id)
    {
        if (id is not { } known)
        {
            Add(name, default);
            return;
        }

        var place = _rows.Text.Length;
        _ = known.TryFormat(_rows.Text.GetSpan(36), out var length, "D");
        _rows.Text.Advance(length);
        AddText(name, place);
    }

    public override void SetJson<T>(string name, T value, Action<Utf8JsonWriter, T> write)
    {
        var place = _rows.Text.Length;
        _json ??= new Utf8JsonWriter(_rows.Text);
        _json.Reset(_rows.Text);
        write(_json, value);
        _json.Flush();
        AddText(name, place);
    }

    public void Dispose() => _json?.Dispose();

    private void AddText(string name, int place) => Add(name, new Cell(CellKind.Text, _rows.Text.Length - place, place));

    private void Add(string name, Cell cell)
    {
        if (_written == 0)
        {
            _names.Add(name);
        }
        else if (_column >= _names.Count || _names[_column] != name)
        {
            throw new InvalidOperationException($"'{name}' is not where it stood in the first row.");
        }

        _column++;
        _rows.Add(cell);
    }
}
