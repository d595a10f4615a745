using System.Collections.Concurrent;
using System.Text;

namespace OnCall.Data.Rows;

/// <summary>
/// A statement for SQL Server that takes many rows as <c>@rows j</c>, and says by a line <c>-- rows: page uniqueidentifier, at datetime2(3)</c>
/// what they have. Each value goes as a parameter of its type and size. A text has up to eight rows or a power of two, so that most pages need one text for
/// each statement and the server keeps few plans.
/// </summary>
internal sealed class ServerTemplate
{
    private const string Says = "-- rows: ";
    private const string Place = "@rows j";

    // A command may have 2,100 (https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server); a list of values, 1,000 rows.
    private const int MostParameters = 2000;
    private const int MostRows = 256;
    private const int Few = 8;

    private static readonly ConcurrentDictionary<string, ServerTemplate> OfStatement = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, string> _texts = new();
    private readonly string _sql;
    private readonly RowColumn[] _columns;

    private ServerTemplate(string sql)
    {
        var line = sql.Split('\n').FirstOrDefault(l => l.StartsWith(Says, StringComparison.Ordinal));
        if (line is null || !sql.Contains(Place, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"There is no line '-- rows: name type, …' or no '{Place}' in: {sql}");
        }

        _sql = sql;
        _columns = [.. line[Says.Length..].Split(", ").Select(RowColumn.Parse)];
        for (MostTogether = 1; MostTogether * 2 * _columns.Length <= MostParameters && MostTogether * 2 <= MostRows;)
        {
            MostTogether *= 2;
        }
    }

    public IReadOnlyList<RowColumn> Columns => _columns;

    /// <summary>How many rows go into one text at most.</summary>
    public int MostTogether { get; }

    /// <exception cref="InvalidOperationException">The statement does not say what its rows have.</exception>
    public static ServerTemplate Of(string sql) => OfStatement.GetOrAdd(sql, static text => new ServerTemplate(text));

    /// <summary>The rows in their order, as many to a text as may be.</summary>
    /// <exception cref="InvalidOperationException">The rows lack one of the columns.</exception>
    public IEnumerable<ServerRows> Of(ValueRowWriter rows)
    {
        var places = Array.ConvertAll(_columns, column => rows.Places.TryGetValue(column.Name, out var place)
            ? place
            : throw new InvalidOperationException($"The rows have no '{column.Name}'."));
        var (done, together) = (0, MostTogether);
        while (done < rows.Rows.Count)
        {
            together = Most(rows.Rows.Count - done, together);
            yield return new ServerRows(For(together), _columns, places, rows.Rows, done, together);
            done += together;
        }
    }

    private static int Most(int left, int together)
    {
        while (together > left)
        {
            together = left <= Few ? left : together / 2;
        }

        return together;
    }

    /// <summary>The text for so many rows.</summary>
    public string For(int count) => _texts.GetOrAdd(count, Write);

    private string Write(int count)
    {
        var values = new StringBuilder("(values ");
        for (var (row, parameter) = (0, 0); row < count; row++)
        {
            values.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < _columns.Length; column++)
            {
                values.Append(column == 0 ? "@r" : ", @r").Append(parameter++);
            }

            values.Append(')');
        }

        values.Append(") j (").AppendJoin(", ", _columns.Select(column => $"[{column.Name}]")).Append(')');
        return _sql.Replace(Place, values.ToString(), StringComparison.Ordinal);
    }
}
