using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using OnCall.Data.Kept;
using OnCall.Data.Rows;
using OnCall.Data.Sealing;
using SQLitePCL;

namespace OnCall.Data;

/// <summary>The embedded default: one file, WAL, <c>synchronous=FULL</c>, so that a committed page survives a power cut.</summary>
public sealed class SqliteDatabase : Database, IDisposable
{
    // Fewer stay open than may be open at once under load: an idle program keeps only what it needs.
    private const int MostIdle = 4;

    // The checkpoint of its own is the last resort: SqliteCheckpoints works beside the writers and keeps far below it.
    private const string Settings =
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000; pragma wal_autocheckpoint = 20000; pragma journal_size_limit = 16777216;";

    // What a large write touches stays in memory until its commit; 16 MiB, of which an idle program uses next to nothing.
    private const string WriterSettings = "pragma cache_size = -16384;";

    // SQLITE_DBCONFIG_ENABLE_QPSG: else a kept statement that a partial index may serve is prepared anew for each value that is bound to it.
    private const int StablePlans = 1007;

    private const int MultiThread = 2;
    private const int MemoryStatus = 9;

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private SqliteConnection? _writer;
    private RowStatements? _statements;
    private readonly SqliteWrites _writes;
    private readonly SqliteCheckpoints _checkpoints;

    static SqliteDatabase()
    {
        // Each connection serves one caller at a time, so that SQLite need neither lock it nor count its memory under a lock. Where the process
        // has opened a database before, this changes nothing (https://sqlite.org/c3ref/config.html).
        Batteries_V2.Init();
        _ = raw.sqlite3_config(MultiThread);
        _ = raw.sqlite3_config(MemoryStatus, 0);
    }

    public SqliteDatabase(string connectionString, TextSeal seal)
        : base(DatabaseProvider.Sqlite, WithDefaults(connectionString), seal)
    {
        _writes = new SqliteWrites(OpenWriterAsync, CloseWriterAsync, ForgetWriter);
        _checkpoints = new SqliteCheckpoints(new SqliteConnectionStringBuilder(ConnectionString).DataSource, _writes, OpenAsync, CloseAsync);
    }

    /// <summary>SQLite has one writer: writes that wait for their turn together are committed together, each whole or not at all.</summary>
    protected override async Task<T> CommitAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        var result = await _writes.RunAsync(write, cancellationToken);

        // It is committed, whatever comes of the checkpoint.
        await _checkpoints.Consider().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return result;
    }

    /// <summary>The writer keeps its statements: preparing one costs more than running it for a few rows.</summary>
    internal override Task<int> RunAsync(DbConnection connection, DbTransaction transaction, string sql, ManyRows rows) =>
        ReferenceEquals(connection, _writer)
            ? Task.FromResult((_statements ??= new RowStatements(_writer.Handle!)).Run(sql, rows))
            : base.RunAsync(connection, transaction, sql, rows);

    public override bool IsDuplicate(DbException error) =>
        error is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    /// <summary>Lets go of the file when whoever writes has done so: closing the last connection folds the write-ahead log into it.</summary>
    public void Dispose()
    {
        _checkpoints.Dispose();
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }

        _writes.Dispose();
    }

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_idle.TryTake(out var idle))
        {
            return idle;
        }

        return await OpenAsync(Settings, cancellationToken);
    }

    protected override ValueTask CloseAsync(DbConnection connection)
    {
        if (connection is SqliteConnection { State: ConnectionState.Open } open && _idle.Count < MostIdle)
        {
            _idle.Add(open);
            return ValueTask.CompletedTask;
        }

        return base.CloseAsync(connection);
    }

    // One writes at a time, so that one connection serves all writes.
    private async Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        if (_writer is null)
        {
            _writer = await OpenAsync(Settings + WriterSettings, cancellationToken);
            _ = raw.sqlite3_db_config(_writer.Handle!, StablePlans, 1, out _);
        }

        return _writer;
    }

    private ValueTask CloseWriterAsync(DbConnection connection)
    {
        if (connection.State != ConnectionState.Open)
        {
            ForgetWriter();
        }

        return ValueTask.CompletedTask;
    }

    private void ForgetWriter()
    {
        _statements?.Dispose();
        _statements = null;
        _writer?.Dispose();
        _writer = null;
    }

    private async Task<SqliteConnection> OpenAsync(string settings, CancellationToken cancellationToken)
    {
        var connection = new KeptConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Without the provider's own pool, which would run the settings again at each opening.
    private static string WithDefaults(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 5, Pooling = false }.ToString();
}
