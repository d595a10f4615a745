using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using OnCall.Application;
using OnCall.Data.Rows;
using OnCall.Data.Sealing;

namespace OnCall.Data;

/// <summary>
/// Opens connections and runs transactions. Stores get nothing else of the database, so that no transaction can be left open.
/// </summary>
/// <param name="seal">What stores seal words with before they are written.</param>
public abstract partial class Database(DatabaseProvider provider, string connectionString, TextSeal seal)
{
    // What goes into one text of a statement is as quick as a bulk insert, which asks for the table's columns first.
    private const int FewestInBulk = 128;

    static Database() => ColumnTypes.Register();

    public DatabaseProvider Provider { get; } = provider;

    /// <summary>Seals what people wrote about a page or a patient, and opens it.</summary>
    public TextSeal Seal { get; } = seal;

    /// <summary>False when the database runs in this process and has no clock of its own.</summary>
    public virtual bool HasOwnClock => false;

    protected string ConnectionString { get; } = connectionString;

    /// <summary>Reads outside a transaction: each statement sees what was committed when it began.</summary>
    public virtual async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var connection = await OpenAsync(cancellationToken);
        try
        {
            return await read(connection);
        }
        finally
        {
            await CloseAsync(connection);
        }
    }

    /// <summary>
    /// Runs <paramref name="write"/> in one transaction: committed when it returns, rolled back when it throws.
    /// Pass the transaction to every statement.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        var result = await CommitAsync(write, cancellationToken);
        WrittenSoFar.Note();
        return result;
    }

    /// <summary>
    /// Runs a statement for many rows within a transaction, and answers how many rows of the table it changed. SQL Server's reads them from
    /// <c>@rows</c>, and so does SQLite's as <see cref="RowTemplate"/> tells.
    /// </summary>
    internal Task<int> ExecuteAsync(DbConnection connection, DbTransaction transaction, string sql, ManyRows rows) =>
        rows.IsEmpty ? Task.FromResult(0) : RunAsync(connection, transaction, sql, rows);

    /// <inheritdoc cref="ExecuteAsync"/>
    internal virtual Task<int> RunAsync(DbConnection connection, DbTransaction transaction, string sql, ManyRows rows)
    {
        if (Provider != DatabaseProvider.Sqlite)
        {
            return OnServerAsync(connection, transaction, sql, rows);
        }

        using var statements = new RowStatements(((SqliteConnection)connection).Handle!);
        return Task.FromResult(statements.Run(sql, rows));
    }

    /// <summary>
    /// The same for thousands of rows and a statement that only puts them into a table: SQL Server takes them in bulk.
    /// </summary>
    internal Task<int> InsertManyAsync(DbConnection connection, DbTransaction transaction, string sql, ManyRows rows) =>
        rows.Values is { Rows.Count: > FewestInBulk } values
            ? new BulkRows(sql).InsertAsync(connection, transaction, values)
            : ExecuteAsync(connection, transaction, sql, rows);

    private static async Task<int> OnServerAsync(DbConnection connection, DbTransaction transaction, string sql, ManyRows rows)
    {
        var changed = 0;
        foreach (var some in rows.ForServer(sql))
        {
            changed += await connection.ExecuteAsync(some.Text, some, transaction);
        }

        return changed;
    }

    /// <summary>True when the error says that a unique key is taken (SQL Server 2601 and 2627, SQLite 1555 and 2067).</summary>
    public abstract bool IsDuplicate(DbException error);

    /// <summary>What the database's own clock shows; null where <see cref="HasOwnClock"/> is false. Only <see cref="DatabaseClock"/> asks.</summary>
    protected internal virtual Task<Instant?> NowAsync(CancellationToken cancellationToken) => Task.FromResult<Instant?>(null);

    /// <summary>Throws away what the database keeps only for a while for its own use.</summary>
    protected internal virtual Task TidyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="WriteAsync"/>
    protected virtual async Task<T> CommitAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        var connection = await OpenAsync(cancellationToken);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await write(connection, transaction);

            // Past this point the caller's going away must not leave the outcome unknown.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            await CloseAsync(connection);
        }
    }

    protected abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Gives a connection back.</summary>
    protected virtual ValueTask CloseAsync(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.DisposeAsync();
    }
}
