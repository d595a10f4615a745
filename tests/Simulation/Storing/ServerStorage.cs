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
    private SqlTransaction? _transaction;
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

    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public override int Changes => _changes;

    public override string Written(Instant time) => $"'{Literal.Format(time.InUtc().LocalDateTime)}'";

    public override DbCommand Command() => new SqlCommand();

    public override int Write(DbCommand given) => Wrote(Here(given).ExecuteNonQuery());

    public override object? Scalar(DbCommand given) => Rows(given) is [var first, ..] ? first[0] : null;

    // Read to its end at once, so that the connection is free for whoever's turn is next.
    public override DbDataReader Read(DbCommand given) => new AnsweredReader(Answer(given));

    public override Look Look(string text) => new ServerLook(this, text);

    public override bool IsDuplicate(DbException error) => SqlServerDatabase.IsTaken(error);

    /// <summary>Every row of a query's answer.</summary>
    public IReadOnlyList<object[]> Rows(DbCommand given) => Answer(given).Rows;

    public override void Execute(string text)
    {
        using var command = new SqlCommand(text);
        Write(command);
    }

    public override void Dispose()
    {
        _connection.Dispose();
        _test.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    protected override Answered Answer(DbCommand given) => Answered.By(Here(given), Wrote, () => Changes);

    protected override void TakeOut() => Execute(_clearing);

    protected override void BeginOne() => _transaction = _connection.BeginTransaction();

    protected override void CommitOne()
    {
        _transaction!.Commit();
        _transaction = null;
    }

    protected override void UndoOne()
    {
        // An error may have undone it already.
        if (_transaction is { Connection: not null } open)
        {
            open.Rollback();
        }

        _transaction = null;
    }

    private DbCommand Here(DbCommand given)
    {
        (given.Connection, given.Transaction) = (_connection, _transaction);
        return given;
    }

    // A statement tells fewer than none where it was a query.
    private int Wrote(int rows)
    {
        _changes += Math.Max(rows, 0);
        return rows;
    }
}
