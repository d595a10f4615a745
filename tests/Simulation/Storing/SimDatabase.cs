using System.Data.Common;
using NodaTime;
using OnCall.Data;
using OnCall.Data.Rows;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Turns;
using OnCall.Testing.Databases;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>
/// The database as one node sees it: the real stores run on it. Between the statements of a read, and before and after a transaction, others
/// have their turns; what goes wrong there is up to its trouble.
/// </summary>
internal sealed class SimDatabase : Database
{
    private readonly Storage _storage;
    private readonly Process _process;
    private readonly Trouble _trouble;
    private readonly SqliteWrites? _together;
    private readonly ServerManners? _manners;
    private int _failed;

    /// <param name="together">Whether writes that wait together share a transaction, as with SQLite; else each has its own and errors are taken as SQL Server's are.</param>
    public SimDatabase(Storage storage, Process process, Trouble trouble, bool together)
        : base(storage.Provider, "", TestSeal.Instance)
    {
        (_storage, _process, _trouble) = (storage, process, trouble);
        _together = together && Provider == DatabaseProvider.Sqlite ? new SqliteWrites(OpenAsync, CloseAsync) : null;
        _manners = _together is null ? new ServerManners(process) : null;
    }

    /// <summary>As with a server: nodes keep to the database's clock, not to their own.</summary>
    public override bool HasOwnClock => true;

    public override Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        _manners is null ? base.ReadAsync(read, cancellationToken) : _manners.ReadAsync(() => base.ReadAsync(read, cancellationToken), cancellationToken);

    protected override Task<T> CommitAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken) =>
        _together is not null ? _together.RunAsync(write, cancellationToken) : _manners!.CommitAsync<T>(keep => base.CommitAsync(
            async (connection, transaction) =>
            {
                var result = await write(connection, transaction);
                keep(result);
                return result;
            },
            cancellationToken), cancellationToken);

    /// <summary>One statement for all its rows, which may fail like any other.</summary>
    internal override Task<int> RunAsync(DbConnection connection, DbTransaction transaction, string sql, ManyRows rows)
    {
        if (_storage is not SqliteStorage sqlite)
        {
            return base.RunAsync(connection, transaction, sql, rows);
        }

        _trouble.Executing(_process);
        return Task.FromResult(sqlite.Run(sql, rows));
    }

    /// <summary>Of three statements that fail as a server's do, one is told that another transaction held what it needed.</summary>
    protected override bool IsBlocked(DbException error) => _manners is not null && error is SimulatedError && _failed++ % 3 == 0;

    public override bool IsDuplicate(DbException error) => _storage.IsDuplicate(error);

    protected internal override async Task<Instant?> NowAsync(CancellationToken cancellationToken)
    {
        await _trouble.OnTheWayAsync(_process);
        var now = _process.Loop.Now;
        await _trouble.OnTheWayAsync(_process);
        return now;
    }

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _process.Yield();
        await _trouble.OpeningAsync(_process);
        return new SimConnection(_storage, _process, _trouble);
    }
}
