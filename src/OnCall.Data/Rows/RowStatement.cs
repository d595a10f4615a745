using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OnCall.Data.Rows;

/// <summary>
/// A statement of SQLite's for a number of rows, prepared once. Its parameters are bound by place: the client would look each up by its name,
/// among all, for each row.
/// </summary>
internal sealed class RowStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public RowStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement));
    }

    /// <summary>Runs it, and answers how many rows of the table were changed.</summary>
    /// <param name="cells">Of as many rows as the statement takes.</param>
    /// <param name="width">How many cells a row has.</param>
    /// <param name="columns">Which cells of a row are bound, in their order.</param>
    /// <param name="text">The texts of the cells.</param>
    /// <exception cref="SqliteException">The database refused it, and nothing of it was done.</exception>
    public int Run(ReadOnlySpan<Cell> cells, int width, int[] columns, RentedText text)
    {
        try
        {
            var place = 0;
            for (var row = 0; row < cells.Length; row += width)
            {
                foreach (var column in columns)
                {
                    Check(Bind(++place, cells[row + column], text));
                }
            }

            Check(raw.sqlite3_step(_statement));
            return raw.sqlite3_changes(_connection);
        }
        finally
        {
            // What went wrong was said by the step.
            _ = raw.sqlite3_reset(_statement);
            _ = raw.sqlite3_clear_bindings(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, Cell cell, RentedText text) => cell.Kind switch
    {
        CellKind.Null => raw.sqlite3_bind_null(_statement, place),
        CellKind.Number => raw.sqlite3_bind_int64(_statement, place, cell.Number),

        // No bytes would be bound as null.
        CellKind.Text when cell.Length == 0 => raw.sqlite3_bind_text(_statement, place, ""),
        CellKind.Text => raw.sqlite3_bind_text(_statement, place, text.Slice((int)cell.Number, cell.Length)),
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    };

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, _connection);
        }
    }
}
