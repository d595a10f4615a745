using System.Data;
using System.Data.Common;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>A transaction of one node. It may fail before its commit, and its answer may be lost after it.</summary>
internal sealed class SimTransaction : DbTransaction
{
    private readonly SimConnection _connection;
    private bool _ended;

    public SimTransaction(SimConnection connection)
    {
        _connection = connection;
        connection.Storage.Begin();
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

    protected override DbConnection DbConnection => _connection;

    public override void Commit() => throw new NotSupportedException("Stores commit asynchronously.");

    public override async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        _connection.Trouble.Committing(_connection.Process);
        _ended = true;
        _connection.Storage.Commit(_connection.Process);
        await _connection.Process.Yield();
        _connection.Trouble.Committed(_connection.Process);
    }

    public override bool SupportsSavepoints => true;

    public override void Save(string savepointName) => _connection.Storage.Execute($"savepoint {savepointName}");

    public override void Release(string savepointName) => _connection.Storage.Execute($"release {savepointName}");

    public override void Rollback(string savepointName) => _connection.Storage.Execute($"rollback to {savepointName}");

    public override void Rollback()
    {
        _ended = true;
        _connection.Storage.RollBack();
    }

    protected override void Dispose(bool disposing)
    {
        if (!_ended)
        {
            Rollback();
        }

        base.Dispose(disposing);
    }
}
