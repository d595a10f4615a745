using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using OnCall.Data;
using OnCall.Data.Kept;
using OnCall.Data.Rows;
using OnCall.Simulation.Tests.Seeing;
using SQLitePCL;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>One SQLite database in memory. It keeps its statements prepared, which is what makes a run cheap.</summary>
internal sealed class SqliteStorage : Storage
{
    private static readonly Lazy<Schema> Schema = new(Storing.Schema.Migrate);

    // SQLITE_DBCONFIG_ENABLE_QPSG: else a statement that a partial index may serve is prepared anew for each value that is bound to it.
    private const int StablePlans = 1007;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private readonly List<SqliteCommand> _clearing = [];
    private readonly RowStatements _rows;

    static SqliteStorage() => Tuning.Apply();

    public SqliteStorage()
    {
        _connection.Open();
        _ = raw.sqlite3_db_config(Handle, StablePlans, 1, out _);
        Schema.Value.CopyTo(_connection);
        Execute("pragma foreign_keys = on");
        PrepareClearing();
        _rows = new RowStatements(Handle);
    }

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override int Changes => raw.sqlite3_total_changes(Handle);

    private sqlite3 Handle => _connection.Handle!;

    public override string Written(Instant time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public override DbCommand Command() => new SqliteCommand();

    public override int Write(DbCommand given) => Prepared(given).ExecuteNonQuery();

    public override object? Scalar(DbCommand given) => Prepared(given).ExecuteScalar();

    public override DbDataReader Read(DbCommand given) => TypedReader.Of(given.CommandText, Prepared(given).ExecuteReader());

    public override Look Look(string text) => new SqliteLook(Handle, text);

    /// <summary>One statement for many rows.</summary>
    public int Run(string sql, ManyRows rows) => _rows.Run(sql, rows);

    public override bool IsDuplicate(DbException error) => error is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    public override void Execute(string text) => Prepared(text).ExecuteNonQuery();

    public override void Dispose()
    {
        _rows.Dispose();
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    protected override void ExecuteOnce(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    protected override Answered Answer(DbCommand given) => Answered.By(Prepared(given), static rows => rows, () => Changes);

    protected override void TakeOut() => _clearing.ForEach(c => c.ExecuteNonQuery());

    protected override void BeginOne() => Execute("begin immediate");

    protected override void CommitOne() => Execute("commit");

    protected override void UndoOne() => Execute("rollback");

    // The prepared statement of that text, with these parameters.
    private SqliteCommand Prepared(DbCommand given)
    {
        var command = Prepared(given.CommandText);
        command.Parameters.Clear();
        foreach (SqliteParameter parameter in given.Parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private SqliteCommand Prepared(string text)
    {
        if (!_prepared.TryGetValue(text, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = text;
            command.Prepare();
            _prepared[text] = command;
        }

        return command;
    }

    // Switching the keys off instead would make every prepared statement be prepared anew.
    private void PrepareClearing()
    {
        // The next life begins empty, with an audit trail of its own.
        foreach (var guard in Column("select name from sqlite_master where type = 'trigger' and name like '%_is_not_deleted'"))
        {
            ExecuteOnce($"drop trigger {guard}");
        }

        var tables = Column("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name");
        var statements = Emptying.Of(tables, t => Column($"select \"table\" from pragma_foreign_key_list('{t}')")).Append("delete from sqlite_sequence");
        _clearing.AddRange(statements.Select(Prepared));
    }
}
