using System.Data;
using Dapper;

namespace OnCall.Data.Rows;

/// <summary>Some rows, as the parameters of one text for SQL Server.</summary>
internal sealed class ServerRows(string text, RowColumn[] columns, int[] places, IReadOnlyList<object?[]> rows, int from, int count) : SqlMapper.IDynamicParameters
{
    public string Text { get; } = text;

    public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        var parameter = 0;
        for (var row = from; row < from + count; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                command.Parameters.Add(columns[column].With($"@r{parameter++}", rows[row][places[column]]));
            }
        }
    }
}
