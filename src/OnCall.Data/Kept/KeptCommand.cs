using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace OnCall.Data.Kept;

/// <summary>A command that borrows the prepared statement of its text from its connection while it runs, and gives it back when it is disposed of.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    // Holds what is bound; never run.
    private readonly SqliteCommand _given = new();
    private SqliteCommand? _running;
    private DbDataReader? _reader;
    private int? _timeout;

    [AllowNull]
    public override string CommandText
    {
        get;
        set => field = value ?? "";
    }

    = "";

    /// <summary>In seconds; the connection's own where nobody sets it.</summary>
    public override int CommandTimeout
    {
        get => _timeout ?? connection.DefaultTimeout;
        set => _timeout = value;
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set => _given.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A command stays with the connection that made it.");
    }

    protected override DbParameterCollection DbParameterCollection => _given.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
        // Nothing to do: SQLite's provider has no way to.
    }

    public override void Prepare() => Run(static command =>
    {
        command.Prepare();
        return true;
    });

    public override int ExecuteNonQuery() => Run(static command => command.ExecuteNonQuery());

    public override object? ExecuteScalar() => Run(static command => command.ExecuteScalar());

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        _reader = TypedReader.Of(CommandText, Run(command => command.ExecuteReader(behavior)));

    protected override DbParameter CreateDbParameter() => _given.CreateParameter();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            GiveBack();
            _given.Dispose();
        }

        base.Dispose(disposing);
    }

    // An open reader would keep the database's log from being moved, and nobody else could use the statement.
    private void GiveBack()
    {
        _reader?.Dispose();
        _reader = null;
        if (_running is { } command)
        {
            _running = null;
            connection.Give(command);
        }
    }

    private T Run<T>(Func<SqliteCommand, T> run)
    {
        if (_running is { } before && before.CommandText != CommandText)
        {
            GiveBack();
        }

        var command = _running ??= connection.Take(CommandText);
        Bind(command);
        try
        {
            return run(command);
        }
        catch
        {
            // Whatever state it is in, nobody gets it again.
            _running = null;
            command.Dispose();
            throw;
        }
    }

    private void Bind(SqliteCommand command)
    {
        command.Transaction = (SqliteTransaction?)DbTransaction;
        command.CommandTimeout = CommandTimeout;
        command.Parameters.Clear();
        foreach (SqliteParameter parameter in _given.Parameters)
        {
            command.Parameters.Add(parameter);
        }
    }
}
