namespace OnCall.Data.Rows;

/// <summary>
/// Many rows for one statement, made ready before the turn to write. Both databases take each value as a parameter: SQLite in half the time that
/// it would take to read them out of JSON, SQL Server with its very type. Under load they are most of what a write needs in memory, so that it is
/// given back when they are disposed of; left alone, it is merely collected.
/// </summary>
internal sealed class ManyRows : IDisposable
{
    // In the order of each row's cells.
    private readonly IReadOnlyList<string> _names;

    private ManyRows(bool isEmpty, ValueRowWriter? values, IReadOnlyList<string> names, CellRows? cells)
    {
        (IsEmpty, Values, _names, Cells) = (isEmpty, values, names, cells);
    }

    public bool IsEmpty { get; }

    /// <summary>The rows for SQL Server; null for SQLite.</summary>
    public ValueRowWriter? Values { get; }

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

        var values = new ValueRowWriter();
        values.WriteAll(items, write);
        return new ManyRows(values.Rows.Count == 0, values, [], null);
    }

    /// <summary>The texts and parameters of a statement for SQL Server, one behind the other.</summary>
    /// <exception cref="InvalidOperationException">The statement does not say what its rows have, or they lack some of it.</exception>
    public IEnumerable<ServerRows> ForServer(string sql) => ServerTemplate.Of(sql).Of(Values!);

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
