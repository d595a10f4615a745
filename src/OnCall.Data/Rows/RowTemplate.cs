namespace OnCall.Data.Rows;

/// <summary>
/// A statement for SQLite that takes many rows: <c>with j (page, at) as (values @rows)</c>, where <c>@rows</c> stands for a group of parameters
/// for each row, in the order of the names.
/// </summary>
internal sealed class RowTemplate
{
    private const string Place = " as (values @rows)";

    private readonly string _before;
    private readonly string _after;

    /// <exception cref="InvalidOperationException">The statement names no rows.</exception>
    public RowTemplate(string sql)
    {
        var place = sql.IndexOf(Place, StringComparison.Ordinal);
        if (place < 0)
        {
            throw new InvalidOperationException($"There is no '{Place.Trim()}' in: {sql}");
        }

        Names = sql[(sql.LastIndexOf('(', place) + 1)..(place - 1)].Split(',', StringSplitOptions.TrimEntries);
        var rows = place + Place.Length - "@rows)".Length;
        (_before, _after) = (sql[..rows], sql[(rows + "@rows".Length)..]);
    }

    /// <summary>The values of a row, in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The statement for so many rows.</summary>
    public string For(int rows)
    {
        var row = $"({string.Join(',', Enumerable.Repeat('?', Names.Count))})";
        return _before + string.Join(',', Enumerable.Repeat(row, rows)) + _after;
    }
}
