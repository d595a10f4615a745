using Microsoft.Data.Sqlite;
using OnCall.Data.Rows;
using OnCall.Simulation.Tests.Turns;
using SQLitePCL;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>
/// The database server of a run: one SQLite database in memory with the shipped schema, emptied for each run. It keeps its statements
/// prepared, which is what makes a run cheap.
/// </summary>
internal sealed class Storage : IDisposable
{
    private static readonly Lazy<Schema> Schema = new(Storing.Schema.Migrate);

    // SQLITE_DBCONFIG_ENABLE_QPSG: else a statement that a partial index may serve is prepared anew for each value that is bound to it.
    private const int StablePlans = 1007;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private readonly List<SqliteCommand> _clearing = [];
    private readonly Dictionary<Question, Answered> _answers = [];
    private int _depth;
    private int _changes;

    static Storage() => Tuning.Apply();

    public Storage()
    {
        _connection.Open();
        _ = raw.sqlite3_db_config(Handle, StablePlans, 1, out _);
        Schema.Value.CopyTo(_connection);
        Execute("pragma foreign_keys = on");
        PrepareClearing();
        Rows = new RowStatements(Handle);
    }

    /// <summary>Statements that run for many rows.</summary>
    public RowStatements Rows { get; }

    /// <summary>For witnesses, who read past every fault.</summary>
    public sqlite3 Handle => _connection.Handle!;

    public bool InTransaction => _depth > 0;

    /// <summary>Called after each transaction that changed a row, with whose it was.</summary>
    public Action<Process>? Changed { get; set; }

    /// <summary>Takes out every row, so that the next run finds what a new installation has.</summary>
    public void Clear()
    {
        Begin();
        _clearing.ForEach(c => c.ExecuteNonQuery());
        Execute("commit");
        _depth--;
        _answers.Clear();
    }

    /// <summary>Counts every row that was ever written.</summary>
    public int Changes => raw.sqlite3_total_changes(Handle);

    /// <summary>What a query outside a transaction answers.</summary>
    public Answered Ask(SqliteCommand like)
    {
        var question = new Question(like);
        if (_answers.TryGetValue(question, out var known) && known.Changes == Changes)
        {
            return known;
        }

        var before = Changes;
        var answered = Answered.By(Prepared(like), () => Changes);
        if (answered.Changes == before)
        {
            _answers[question] = answered;
        }

        return answered;
    }

    public void Begin()
    {
        if (_depth++ > 0)
        {
            throw new InvalidOperationException("A transaction began within another: the writers of a run take turns.");
        }

        Execute("begin immediate");
    }

    public void Commit(Process process)
    {
        Execute("commit");
        _depth--;
        if (Changes != _changes)
        {
            _changes = Changes;
            Changed?.Invoke(process);
        }
    }

    public void RollBack()
    {
        Execute("rollback");
        _depth--;
    }

    /// <summary>Changes rows past every store and witness: for planted faults only.</summary>
    public void Patch(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
        _changes = Changes;
    }

    /// <summary>The prepared statement of that text, with these parameters.</summary>
    public SqliteCommand Prepared(SqliteCommand like)
    {
        var command = Prepared(like.CommandText);
        command.Parameters.Clear();
        foreach (SqliteParameter parameter in like.Parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public void Dispose()
    {
        Rows.Dispose();
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
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

    /// <summary>Runs what keeps a transaction.</summary>
    public void Execute(string text) => Prepared(text).ExecuteNonQuery();

    // Children before parents. Switching the keys off instead would make every prepared statement be prepared anew.
    private void PrepareClearing()
    {
        // The next life begins empty, with an audit trail of its own.
        foreach (var guard in Column("select name from sqlite_master where type = 'trigger' and name like '%_is_not_deleted'"))
        {
            using var drop = _connection.CreateCommand();
            drop.CommandText = $"drop trigger {guard}";
            drop.ExecuteNonQuery();
        }

        var left = Column("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not in ('schema_migration', 'roster_stamp') order by name");
        var parents = left.ToDictionary(t => t, t => Column($"select \"table\" from pragma_foreign_key_list('{t}')"));
        while (left.Count > 0)
        {
            var next = left.First(t => !left.Exists(child => child != t && parents[child].Contains(t)));
            _clearing.Add(Prepared($"delete from {next}"));
            left.Remove(next);
        }

        _clearing.Add(Prepared("update roster_stamp set stamp = 1"));
        _clearing.Add(Prepared("delete from sqlite_sequence"));
    }

    private List<string> Column(string query)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
