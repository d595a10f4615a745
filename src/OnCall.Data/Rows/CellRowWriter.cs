using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace OnCall.Data.Rows;

/// <summary>Rows as SQLite stores them: times as milliseconds since 1970, ids as text, yes and no as 1 and 0.</summary>
internal sealed class CellRowWriter : RowWriter, IDisposable
{
    private readonly List<string> _names = [];
    private readonly List<Cell> _cells = [];
    private readonly ArrayBufferWriter<byte> _text = new(2048);
    private readonly List<CellRow> _rows = [];
    private Utf8JsonWriter? _json;

    public IReadOnlyList<string> Names => _names;

    public List<CellRow> Rows => _rows;

    protected override void Begin()
    {
        _cells.Clear();
        _text.ResetWrittenCount();
    }

    protected override void End()
    {
        if (_cells.Count < _names.Count)
        {
            throw new InvalidOperationException($"'{_names[_cells.Count]}' of the first row is missing.");
        }

        _rows.Add(new CellRow([.. _cells], _text.WrittenSpan.ToArray()));
    }

    public override void Set(string name, long? value) => Add(name, value is { } known ? new Cell(CellKind.Number, known, 0) : default);

    public override void Set(string name, bool value) => Set(name, value ? 1 : 0);

    public override void Set(string name, Instant? at) => Set(name, at?.ToUnixTimeMilliseconds());

    public override void Set(string name, string? words)
    {
        if (words is null)
        {
            Add(name, default);
            return;
        }

        var place = _text.WrittenCount;
        _text.Advance(Encoding.UTF8.GetBytes(words, _text.GetSpan(Encoding.UTF8.GetMaxByteCount(words.Length))));
        AddText(name, place);
    }

    public override void Set(string name, Guid? id)
    {
        if (id is not { } known)
        {
            Add(name, default);
            return;
        }

        var place = _text.WrittenCount;
        _ = known.TryFormat(_text.GetSpan(36), out var length, "D");
        _text.Advance(length);
        AddText(name, place);
    }

    public override void SetJson<T>(string name, T value, Action<Utf8JsonWriter, T> write)
    {
        var place = _text.WrittenCount;
        _json ??= new Utf8JsonWriter(_text);
        _json.Reset(_text);
        write(_json, value);
        _json.Flush();
        AddText(name, place);
    }

    public void Dispose() => _json?.Dispose();

    private void AddText(string name, int place) => Add(name, new Cell(CellKind.Text, place, _text.WrittenCount - place));

    private void Add(string name, Cell cell)
    {
        if (_rows.Count == 0)
        {
            _names.Add(name);
        }
        else if (_cells.Count >= _names.Count || _names[_cells.Count] != name)
        {
            throw new InvalidOperationException($"'{name}' is not where it stood in the first row.");
        }

        _cells.Add(cell);
    }
}
