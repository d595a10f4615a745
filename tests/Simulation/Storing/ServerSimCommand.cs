using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>
/// A statement of one node that runs on the server. Every answer is read to its end at once, so that the connection is free for whoever's turn is next.
/// Dapper goes on without a context, and so must be resumed without one.
/// </summary>
internal sealed class ServerSimCommand(SimConnection connection, ServerStorage storage) : DbCommand
{
    private readonly SqlCommand _command = storage.Command();

    [AllowNull]
    public override string CommandText
    {
        get => _command.CommandText;
        set => _command.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => _command.CommandTimeout;
        set => _command.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => _command.CommandType;
        set => _command.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => _command.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public Answered Answer()
    {
        _command.Transaction = storage.Transaction;
        return Answered.By(_command, storage.Wrote, () => storage.Changes);
    }

    public override void Cancel() => _command.Cancel();

    public override void Prepare()
    {
        // The server finds its plan by the text.
    }

    public override int ExecuteNonQuery() => Run(() =>
    {
        _command.Transaction = storage.Transaction;
        return storage.Wrote(_command.ExecuteNonQuery());
    });

    public override object? ExecuteScalar() => Run(() => new AnsweredReader(Answer()) is var reader && reader.Read() ? reader.GetValue(0) : null);

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

    protected override DbParameter CreateDbParameter() => _command.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => new AnsweredReader(Run(Answer));

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _command.Dispose();
        }

        base.Dispose(disposing);
    }

    private T Run<T>(Func<T> run)
    {
        connection.Trouble.Executing(connection.Process);
        return run();
    }
}
