using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OnCall.Data.Rows;

/// <summary>
/// Runs statements for many rows on one connection, and keeps them prepared. To be let go of before the connection is closed. Some dozens of rows
/// go at a time: what SQLite sets up for each run, such as the lists of the checks, then costs little.
/// </summary>
internal sealed class RowStatements(sqlite3 connection) : IDisposable
{
    private const int MostTogether = 64;

    private readonly Dictionary<(string Sql, int Rows), RowStatement> _statements = [];
    private readonly Dictionary<string, RowTemplate> _templates = new(StringComparer.Ordinal);

    /// <summary>Answers how many rows of the table were changed. The caller's transaction holds it all together.</summary>
    /// <exception cref="SqliteException">The database refused a row; rows before it may stand until the transaction is rolled back.</exception>
    public int Run(string sql, ManyRows rows)
    {
        if (!_templates.TryGetValue(sql, out var template))
        {
            _templates[sql] = template = new RowTemplate(sql);
        }

        var columns = rows.ColumnsOf(template.Names);
        var (cells, width) = (rows.Cells!, rows.Width);
        var (done, changed) = (0, 0);
        for (var together = MostTogether; done < cells.Length; together = Math.Max(1, together / 2))
        {
            for (var size = together * width; cells.Length - done >= size; done += size)
            {
                changed += Of(sql, template, together).Run(cells.Slice(done, size), width, columns, cells.Text);
            }
        }

        return changed;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
    }

    private RowStatement Of(string sql, RowTemplate template, int rows)
    {
        if (!_statements.TryGetValue((sql, rows), out var statement))
        {
            _statements[(sql, rows)] = statement = new RowStatement(connection, template.For(rows));
        }

        return statement;
    }
}
