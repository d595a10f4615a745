namespace OnCall.Data.Rows;

/// <summary>
/// Many rows for one statement, made ready before the turn to write. SQL Server takes them as one JSON parameter, which a statement opens again;
/// SQLite takes each value as a parameter, in half the time that it would take to read them out of JSON. Under load they are most of what a
/// write needs in memory, so that it is given back when they are disposed of; left alone, it is merely collected.
/// </summary>
internal sealed class ManyRows : IDisposable
{
    // In the order of each row's cells.
    private readonly IReadOnlyList<string> _names;

    private ManyRows(bool isEmpty, string? json, IReadOnlyList<string> names, CellRows? cells)
    {
        (IsEmpty, Json, _names, Cells) = (isEmpty, json, names, cells);
    }

    public bool IsEmpty { get; }

    /// <summary>The parameter <c>@rows</c>; null for SQLite.</summary>
    public string? Json { get; }

    /// <summary>The rows for SQLite; null for SQL Server.</summary>
    public CellRows? Cells { get; }

    /// <summary>How many values a row for SQLite has.</summary>
    public int Width => _names.Count;

    /// <summary>Where the values of these names stand in a row for SQLite.</summary>
    /// <exception cref="InvalidOperationException">The rows have no such value.</exception>
    public int[] ColumnsOf(IReadOnlyList<string> names) => [.. names.Select(ColumnOf)];

    /// <summary>A row for each item; <paramref name="write"/> sets its values, the same ones for each.</summary>
    public static ManyRows Of<T>(DatabaseProvider provider, IEnumerable<T> items, Action<RowWriter, T> write)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            using var cells = new CellRowWriter();
            cells.WriteAll(items, write);
            return new ManyRows(cells.Rows.Length == 0, null, cells.Names, cells.Rows);
        }

        var json = JsonRowWriter.Write(items, write);
        return new ManyRows(json == JsonRowWriter.None, json, [], null);
    }

    public void Dispose() => Cells?.Dispose();

    private int ColumnOf(string name)
    {
        for (var column = 0; column < _names.Count; column++)
        {
            if (_names[column] == name)
            {
                return column;
            }
        }

        throw new InvalidOperationException($"The rows have no '{name}'.");
    }
}
