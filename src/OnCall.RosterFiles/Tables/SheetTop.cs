namespace OnCall.RosterFiles.Tables;

/// <summary>The rows of a sheet, of which the first that hold anything were read ahead to see what shape it has.</summary>
internal sealed class SheetTop
{
    private const int Ahead = 30;

    private readonly List<TableRow> _first = [];
    private readonly IEnumerator<TableRow> _rest;

    public SheetTop(IEnumerable<TableRow> rows)
    {
        _rest = rows.Where(row => !row.IsBlank).GetEnumerator();
        while (_first.Count < Ahead && _rest.MoveNext())
        {
            _first.Add(_rest.Current);
        }
    }

    public IReadOnlyList<TableRow> First => _first;

    /// <summary>All rows, from that one of the first. Can be asked once.</summary>
    public IEnumerable<TableRow> From(int place)
    {
        using (_rest)
        {
            foreach (var row in _first.Skip(place))
            {
                yield return row;
            }

            while (_rest.MoveNext())
            {
                yield return _rest.Current;
            }
        }
    }
}
