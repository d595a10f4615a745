using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>
/// A statement of one node. It takes its text and parameters as the database's own does, and runs on the one connection of the run.
/// Within a transaction nobody else has a turn. Dapper goes on without a context, and so must be resumed without one, or it would go on in
/// the thread pool.
/// </summary>
internal sealed class SimCommand(SimConnection connection) : DbCommand
{
    // Holds what is bound.
    private readonly DbCommand _given = connection.Storage.Command();

    [AllowNull]
    public override string CommandText
    {
        get => _given.CommandText;
        set => _given.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => _given.CommandTimeout;
        set => _given.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => _given.CommandType;
        set => _given.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => _given.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
        // Nobody waits for a statement of a run.
    }

    public override void Prepare()
    {
        // Up to the storage.
    }

    public override int ExecuteNonQuery()
    {
        connection.Trouble.Executing(connection.Process);
        return connection.Storage.Write(_given);
    }

    public override object? ExecuteScalar()
    {
        connection.Trouble.Executing(connection.Process);
        return connection.Storage.Scalar(_given);
    }

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        if (!connection.Storage.InTransaction)
        {
            await connection.Process.Yield(bare: true);
        }

        return ExecuteNonQuery();
    }

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        if (!connection.Storage.InTransaction)
        {
            await connection.Process.Yield(bare: true);
        }

        return ExecuteScalar();
    }

    protected override DbParameter CreateDbParameter() => _given.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        connection.Trouble.Executing(connection.Process);
        return connection.Storage.Read(_given);
    }

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        if (connection.Storage.InTransaction)
        {
            return ExecuteDbDataReader(behavior);
        }

        await connection.Process.Yield(bare: true);
        connection.Trouble.Executing(connection.Process);
        return new AnsweredReader(connection.Storage.Ask(_given));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _given.Dispose();
        }

        base.Dispose(disposing);
    }
}
