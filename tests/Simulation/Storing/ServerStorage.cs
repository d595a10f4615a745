using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using NodaTime;
using NodaTime.Text;
using OnCall.Data;
using OnCall.Data.Rows;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Testing.Databases;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>
/// A database of its own on the server that the environment names, reached by one connection, which never waits for anything but the server: whose
/// turn is next stays up to chance.
/// </summary>
internal sealed class ServerStorage : Storage
{
    private static readonly LocalDateTimePattern Literal = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff");

    private readonly TestDatabase _test = TestDatabase.SqlServerAsync().GetAwaiter().GetResult();
    private readonly SqlConnection _connection;
    private readonly string _clearing;
    private int _changes;

    public ServerStorage()
    {
        _connection = new SqlConnection(_test.ConnectionString);
        _connection.Open();

        // The next life begins empty, with an audit trail of its own.
        foreach (var guard in Column("select name from sys.objects where type = 'TR' and name like '%_is_only_added_to'"))
        {
            Execute($"drop trigger {guard}");
        }

        var keys = Column("select object_name(parent_object_id) + ' ' + object_name(referenced_object_id) from sys.foreign_keys").Select(k => k.Split(' ')).ToLookup(k => k[0], k => k[1]);

        // Quartz's own tables, in a schema of their own, are of no use to a run.
        _clearing = string.Join(";\n", Emptying.Of(Column("select name from sys.tables where schema_name(schema_id) = 'dbo' order by name"), t => [.. keys[t]]));
    }

    /// <summary>Null outside one.</summary>
    public SqlTransaction? Transaction { get; private set; }

    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public override int Changes => _changes;

    public override string Written(Instant time) => $"'{Literal.Format(time.InUtc().LocalDateTime)}'";

    public override DbCommand Command(SimConnection connection) => new ServerSimCommand(connection, this);

    public override Look Look(string text) => new ServerLook(this, text);

    public override int Run(string sql, ManyRows rows) => throw new NotSupportedException("The server takes many rows as other statements.");

    public override bool IsDuplicate(DbException error) => SqlServerDatabase.IsTaken(error);

    /// <summary>A command of the one connection, in the transaction if there is one.</summary>
    public SqlCommand Command()
    {
        var command = _connection.CreateCommand();
        command.Transaction = Transaction;
        return command;
    }

    /// <summary>Notes that a statement may have changed so many rows; fewer than none where it was a query.</summary>
    public int Wrote(int rows)
    {
        _changes += Math.Max(rows, 0);
        return rows;
    }

    public override void Execute(string text)
    {
        using var command = Command();
        command.CommandText = text;
        Wrote(command.ExecuteNonQuery());
    }

    public override void Dispose()
    {
        _connection.Dispose();
        _test.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    protected override Answered Answer(DbCommand like) => ((ServerSimCommand)like).Answer();

    protected override void TakeOut() => Execute(_clearing);

    protected override void BeginOne() => Transaction = _connection.BeginTransaction();

    protected override void CommitOne()
    {
        Transaction!.Commit();
        Transaction = null;
    }

    protected override void UndoOne()
    {
        // An error may have undone it already.
        if (Transaction is { Connection: not null } open)
        {
            open.Rollback();
        }

        Transaction = null;
    }

    private List<string> Column(string query)
    {
        using var command = Command();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return values;
    }
}
