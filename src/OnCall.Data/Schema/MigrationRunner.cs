using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace OnCall.Data.Schema;

/// <summary>
/// Brings the database to the schema of this program. Any number of nodes may start at once: one works, the others wait
/// up to two minutes and find it done. A script is applied whole or not at all.
/// </summary>
public sealed partial class MigrationRunner(Database database, IClock clock, ILogger<MigrationRunner> log)
{
    private const int ScriptSeconds = 600;
    private static readonly Duration Patience = Duration.FromMinutes(2);
    private readonly MigrationJournal _journal = new(database.Provider);

    /// <summary>Applies what this program ships and the database lacks.</summary>
    /// <returns>The names of the scripts that this call applied.</returns>
    /// <exception cref="SchemaRefusedException">The database does not fit this program; nothing was changed.</exception>
    public Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken) =>
        RunAsync(MigrationScript.Shipped(database.Provider), cancellationToken);

    /// <inheritdoc cref="RunAsync(CancellationToken)"/>
    public Task<IReadOnlyList<string>> RunAsync(IReadOnlyCollection<MigrationScript> shipped, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => database.Provider switch
            {
                DatabaseProvider.Sqlite => OnSqliteAsync(connection, shipped, cancellationToken),
                DatabaseProvider.SqlServer => OnSqlServerAsync(connection, shipped, cancellationToken),
            },
            cancellationToken);

    /// <summary>Looks whether the database has been through what this program ships, and changes nothing.</summary>
    /// <exception cref="SchemaRefusedException">It has not, or it does not fit; the message names what is missing, and the command that brings it.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var pending = await database.ReadAsync(
            async connection => MigrationPlan.Pending(MigrationScript.Shipped(database.Provider), await _journal.IsThereAsync(connection) ? await _journal.ReadAsync(connection, transaction: null) : []),
            cancellationToken);
        if (pending.Count > 0)
        {
            throw new SchemaRefusedException(
                $"The database's schema is older than this version: it lacks {MigrationPlan.Named(pending)}. OnCall__Database__Migrate is false, so nothing was changed: run 'dotnet OnCall.Api.dll migrate' by a login that may change the schema, then start again.");
        }
    }

    // SQLite has one writer: a transaction that begins as a writer is the lock, and all scripts share it.
    private async Task<IReadOnlyList<string>> OnSqliteAsync(
        DbConnection connection, IReadOnlyCollection<MigrationScript> shipped, CancellationToken cancellationToken)
    {
        ((SqliteConnection)connection).DefaultTimeout = (int)Patience.TotalSeconds;
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await _journal.CreateAsync(connection, transaction);
        var pending = MigrationPlan.Pending(shipped, await _journal.ReadAsync(connection, transaction));
        foreach (var script in pending)
        {
            await ApplyAsync(connection, transaction, script);
        }

        await transaction.CommitAsync(CancellationToken.None);
        return Report(pending);
    }

    private async Task<IReadOnlyList<string>> OnSqlServerAsync(
        DbConnection connection, IReadOnlyCollection<MigrationScript> shipped, CancellationToken cancellationToken)
    {
        await SqlServerSchemaLock.TakeAsync(connection, Patience);
        try
        {
            await _journal.CreateAsync(connection, transaction: null);
            var pending = MigrationPlan.Pending(shipped, await _journal.ReadAsync(connection, transaction: null));
            foreach (var script in pending)
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await ApplyAsync(connection, transaction, script);
                await transaction.CommitAsync(CancellationToken.None);
            }

            return Report(pending);
        }
        finally
        {
            // A connection that broke has let go of it, and opened again it would hide what went wrong.
            if (connection.State == ConnectionState.Open)
            {
                await SqlServerSchemaLock.ReleaseAsync(connection);
            }
        }
    }

    private async Task ApplyAsync(DbConnection connection, DbTransaction transaction, MigrationScript script)
    {
        try
        {
            foreach (var batch in script.Batches())
            {
                await connection.ExecuteAsync(batch, transaction: transaction, commandTimeout: ScriptSeconds);
            }
        }
        catch (DbException error)
        {
            throw new SchemaRefusedException($"Migration {script.Name} failed and was undone: {error.Message}", error);
        }

        await _journal.WriteAsync(connection, transaction, script, clock.GetCurrentInstant());
    }

    private string[] Report(IReadOnlyList<MigrationScript> applied)
    {
        string[] names = [.. applied.Select(script => script.Name)];
        if (names.Length > 0)
        {
            SchemaChanged(log, string.Join(", ", names));
        }

        return names;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Database schema brought up to date: {Scripts}")]
    private static partial void SchemaChanged(ILogger log, string scripts);
}
