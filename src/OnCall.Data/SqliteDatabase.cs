using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OnCall.Data;

/// <summary>The embedded default: one file, WAL, <c>synchronous=FULL</c>, so that a committed page survives a power cut.</summary>
public sealed class SqliteDatabase(string connectionString) : Database(DatabaseProvider.Sqlite, WithDefaults(connectionString)), IDisposable
{
    // SQLite has one writer. Waiting in turn here costs microseconds, where its own busy handler would sleep for tens of milliseconds.
    private readonly SemaphoreSlim _writer = new(1, 1);

    public override async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            return await base.WriteAsync(write, cancellationToken);
        }
        finally
        {
            _writer.Release();
        }
    }

    public override bool IsDuplicate(DbException error) =>
        error is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    /// <summary>Lets go of the file: closing the last connection folds the write-ahead log into it.</summary>
    public void Dispose()
    {
        using var pool = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(pool);
        _writer.Dispose();
    }

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000; pragma cache_size = -16000; pragma temp_store = memory; pragma wal_autocheckpoint = 20000;";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string WithDefaults(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 5 }.ToString();
}
