using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Server;

namespace OnCall.Data.Rows;

/// <summary>Many rows as a table-valued parameter (https://learn.microsoft.com/sql/relational-databases/tables/use-table-valued-parameters-database-engine).</summary>
internal sealed class RowsParameter(RowType type, ManyRows rows) : SqlMapper.ICustomQueryParameter
{
    public void AddParameter(IDbCommand command, string name)
    {
        var parameter = new SqlParameter(name, SqlDbType.Structured) { TypeName = type.Name, Value = Records() };
        command.Parameters.Add(parameter);
    }

    // One record serves all rows: the client has sent it before it asks for the next.
    internal IEnumerable<SqlDataRecord> Records()
    {
        var columns = type.Columns.ToArray();
        var places = Array.ConvertAll(columns, column => rows.Values!.Places.TryGetValue(column.Name, out var place) ? place : -1);
        var record = new SqlDataRecord(columns);
        foreach (var row in rows.Values!.Rows)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                Set(record, column, columns[column], places[column] < 0 ? null : row[places[column]]);
            }

            yield return record;
        }
    }

    private static void Set(SqlDataRecord record, int place, SqlMetaData column, object? value)
    {
        switch (value)
        {
            case null:
                record.SetDBNull(place);
                break;
            case long number when column.SqlDbType == SqlDbType.Int:
                record.SetInt32(place, checked((int)number));
                break;
            case long yes when column.SqlDbType == SqlDbType.Bit:
                record.SetBoolean(place, yes != 0);
                break;
            case string text when column.MaxLength != SqlMetaData.Max && text.Length > column.MaxLength:
                // The client would cut it off without a word.
                throw new ArgumentException($"'{column.Name}' has room for {column.MaxLength} characters, and {text.Length} were given.", nameof(value));
            default:
                record.SetValue(place, value);
                break;
        }
    }
}
