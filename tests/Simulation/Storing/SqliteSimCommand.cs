using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using OnCall.Data.Kept;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>
/// A statement of one node. It takes its text and parameters as SQLite's own does, and runs as the prepared one of the same text.
/// Within a transaction nobody else has a turn: SQLite has one writer. Dapper goes on without a context, and so must be resumed without one,
/// or it would go on in the thread pool.
/// </summary>
internal sealed class SqliteSimCommand(SimConnection connection, SqliteStorage storage) : SqliteCommand
{
    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbTransaction? DbTransaction { get; set; }

    public override int ExecuteNonQuery()
    {
        connection.Trouble.Executing(connection.Process);
        return storage.Prepared(this).ExecuteNonQuery();
    }

    public override object? ExecuteScalar()
    {
        connection.Trouble.Executing(connection.Process);
        return storage.Prepared(this).ExecuteScalar();
    }

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        if (!storage.InTransaction)
        {
            await connection.Process.Yield(bare: true);
        }

        return ExecuteNonQuery();
    }

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        if (!storage.InTransaction)
        {
            await connection.Process.Yield(bare: true);
        }

        return ExecuteScalar();
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        connection.Trouble.Executing(connection.Process);
        return TypedReader.Of(CommandText, storage.Prepared(this).ExecuteReader(behavior));
    }

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        if (storage.InTransaction)
        {
            return ExecuteDbDataReader(behavior);
        }

        await connection.Process.Yield(bare: true);
        connection.Trouble.Executing(connection.Process);
        return new AnsweredReader(storage.Ask(this));
    }
}
