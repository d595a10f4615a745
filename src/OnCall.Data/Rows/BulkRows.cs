using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;

namespace OnCall.Data.Rows;

/// <summary>
/// A statement for SQL Server that puts rows into a table and does nothing else, sent as a bulk insert: one round trip for thousands of rows, and no
/// text to be read for each. Checks and foreign keys hold as for a statement.
/// </summary>
internal sealed partial class BulkRows
{
    // A connection that lost its server is noticed by the client itself; this is for a server that waits for a lock.
    private const int Seconds = 30;

    // Before the name of each value stand a letter and a dot.
    private const int Alias = 2;

    private readonly (RowColumn From, string To)[] _columns;

    /// <exception cref="InvalidOperationException">The statement does more than to put its rows into a table.</exception>
    public BulkRows(string sql)
    {
        if (Plain().Match(sql) is not { Success: true } plain)
        {
            throw new InvalidOperationException($"More than an insert of its rows: {sql}");
        }

        var known = ServerTemplate.Of(sql).Columns.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        var (into, from) = (Names(plain.Groups["into"]), Names(plain.Groups["from"]));
        if (into.Length != from.Length)
        {
            throw new InvalidOperationException($"{into.Length} columns and {from.Length} values: {sql}");
        }

        Table = plain.Groups["table"].Value;
        _columns = [.. into.Zip(from, (to, name) => (known[name[Alias..].Trim('[', ']')], to))];
    }

    /// <summary>The table that its rows go to.</summary>
    public string Table { get; }

    /// <exception cref="DbException">The database refused a row, and nothing of this was done.</exception>
    public async Task<int> InsertAsync(DbConnection connection, DbTransaction transaction, ValueRowWriter rows)
    {
        using var bulk = new SqlBulkCopy((SqlConnection)connection, SqlBulkCopyOptions.CheckConstraints, (SqlTransaction)transaction)
        {
            DestinationTableName = Table,
            BulkCopyTimeout = Seconds,
        };
        foreach (var (_, to) in _columns)
        {
            bulk.ColumnMappings.Add(to, to);
        }

        using var table = TableOf(rows);
        await bulk.WriteToServerAsync(table);
        return rows.Rows.Count;
    }

    private DataTable TableOf(ValueRowWriter rows)
    {
        var table = new DataTable();
        foreach (var (from, to) in _columns)
        {
            table.Columns.Add(to, from.ClrType);
        }

        var places = Array.ConvertAll(_columns, column => rows.Places[column.From.Name]);
        table.BeginLoadData();
        foreach (var row in rows.Rows)
        {
            var values = new object[_columns.Length];
            for (var column = 0; column < values.Length; column++)
            {
                values[column] = _columns[column].From.Of(row[places[column]]);
            }

            table.LoadDataRow(values, fAcceptChanges: true);
        }

        table.EndLoadData();
        return table;
    }

    private static string[] Names(Group list) => list.Value.Split(',', StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^(?:--[^\n]*\n)*insert into (?<table>\w+) \((?<into>[\w, ]+)\)\s+select (?<from>(?:j\.\[?\w+\]?(?:, )?)+)\s+from @rows j;?\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
