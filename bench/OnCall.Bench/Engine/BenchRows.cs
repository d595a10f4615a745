using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;
using NodaTime;

namespace OnCall.Bench.Engine;

/// <summary>Puts many rows that a bench made up into either database, within a transaction.</summary>
internal sealed class BenchRows(DbConnection connection, DbTransaction transaction)
{
    private const int Seconds = 600;

    public bool IsServer => connection is SqlConnection;

    public string IdType => IsServer ? "uniqueidentifier" : "text";

    public string InstantType => IsServer ? "datetime2(3)" : "integer";

    public string TextType => IsServer ? "nvarchar(max)" : "text";

    public Task RunAsync(string sql) => connection.ExecuteAsync(sql, null, transaction, Seconds);

    public Task<object?> ScalarAsync(string sql) => connection.ExecuteScalarAsync<object?>(sql, transaction: transaction);

    /// <summary>The rows of a table as the database's own client gives them.</summary>
    public async Task<IReadOnlyList<object?[]>> ReadAsync(string table, string[] columns, string where)
    {
        var rows = new List<object?[]>();
        await using var reader = await connection.ExecuteReaderAsync($"select {string.Join(", ", columns)} from {table} {where}", transaction: transaction);
        while (await reader.ReadAsync())
        {
            var row = new object[columns.Length];
            reader.GetValues(row);
            rows.Add([.. row.Select(v => v is DBNull ? null : v)]);
        }

        return rows;
    }

    public async Task AddAsync(string table, string[] columns, IEnumerable<object?[]> rows)
    {
        if (connection is SqlConnection server)
        {
            await CopyAsync(server, table, columns, rows);
            return;
        }

        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(c => "@" + c))})";
        foreach (var column in columns)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = "@" + column;
            insert.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var n = 0; n < columns.Length; n++)
            {
                insert.Parameters[n].Value = Embedded(row[n]);
            }

            await insert.ExecuteNonQueryAsync();
        }
    }

    private async Task CopyAsync(SqlConnection server, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        using var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        using var copy = new SqlBulkCopy(server, SqlBulkCopyOptions.CheckConstraints, (SqlTransaction)transaction) { DestinationTableName = table, BulkCopyTimeout = Seconds };
        foreach (var row in rows)
        {
            if (data.Columns.Count == 0)
            {
                for (var n = 0; n < columns.Length; n++)
                {
                    data.Columns.Add(columns[n], typeof(object));
                    copy.ColumnMappings.Add(columns[n], columns[n]);
                }
            }

            data.Rows.Add([.. row.Select(v => v is Instant at ? at.ToDateTimeUtc() : v ?? DBNull.Value)]);
        }

        await copy.WriteToServerAsync(data);
    }

    private static object Embedded(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToString(),
        Instant at => at.ToUnixTimeMilliseconds(),
        bool yes => yes ? 1 : 0,
        var other => other,
    };
}
