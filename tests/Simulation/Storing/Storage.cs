using System.Data.Common;
using NodaTime;
using OnCall.Data;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Turns;
using OnCall.Testing.Databases;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>
/// The database server of a run, with the shipped schema, emptied for each run. Nodes take turns at it: one statement or one transaction at a time.
/// </summary>
internal abstract class Storage : IDisposable
{
    private readonly Dictionary<Question, Answered> _answers = [];
    private int _depth;
    private int _changes;

    /// <summary>SQLite in memory, and where <c>ONCALL_TEST_DATABASE</c> says <c>sqlserver</c>, a database on the server that the environment names.</summary>
    public static Storage Open() => TestDatabase.IsUsuallyOnServer ? new ServerStorage() : new SqliteStorage();

    public abstract DatabaseProvider Provider { get; }

    public bool InTransaction => _depth > 0;

    /// <summary>Called after each transaction that changed a row, with whose it was.</summary>
    public Action<Process>? Changed { get; set; }

    /// <summary>Counts every row that was ever written.</summary>
    public abstract int Changes { get; }

    /// <summary>Takes out every row, so that the next run finds what a new installation has.</summary>
    public void Clear()
    {
        Begin();
        TakeOut();
        End();
        _answers.Clear();
    }

    /// <summary>What a query outside a transaction answers: the same as before while nothing is written.</summary>
    public Answered Ask(DbCommand given)
    {
        var question = new Question(given);
        if (_answers.TryGetValue(question, out var known) && known.Changes == Changes)
        {
            return known;
        }

        var before = Changes;
        var answered = Answer(given);
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

        BeginOne();
    }

    public void Commit(Process process)
    {
        End();
        if (Changes != _changes)
        {
            _changes = Changes;
            Changed?.Invoke(process);
        }
    }

    public void RollBack()
    {
        UndoOne();
        _depth--;
    }

    /// <summary>Changes rows past every store and witness: for planted faults only.</summary>
    public void Patch(string statement)
    {
        ExecuteOnce(statement);
        _changes = Changes;
    }

    /// <summary>A time as a statement writes it.</summary>
    public abstract string Written(Instant time);

    /// <summary>What a statement of a node is put into: its text and its parameters.</summary>
    public abstract DbCommand Command();

    /// <summary>Runs it, and answers how many rows it changed.</summary>
    public abstract int Write(DbCommand given);

    /// <summary>The first value of its answer; null where there is none.</summary>
    public abstract object? Scalar(DbCommand given);

    /// <summary>Its answer, within a transaction.</summary>
    public abstract DbDataReader Read(DbCommand given);

    /// <summary>For witnesses, who read past every fault. Its one parameter is called <c>@value</c>.</summary>
    public abstract Look Look(string text);

    /// <summary>True when the error says that a unique key is taken.</summary>
    public abstract bool IsDuplicate(DbException error);

    /// <summary>Runs a text without parameters, in the transaction if there is one.</summary>
    public abstract void Execute(string text);

    public abstract void Dispose();

    /// <summary>The same for a text that does not come again.</summary>
    protected virtual void ExecuteOnce(string text) => Execute(text);

    /// <summary>The first column of a query's answer.</summary>
    protected List<string> Column(string query)
    {
        using var command = Command();
        command.CommandText = query;
        using var reader = Read(command);
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    protected abstract Answered Answer(DbCommand given);

    protected abstract void TakeOut();

    protected abstract void BeginOne();

    protected abstract void CommitOne();

    protected abstract void UndoOne();

    private void End()
    {
        CommitOne();
        _depth--;
    }
}
