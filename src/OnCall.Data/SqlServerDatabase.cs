using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using NodaTime;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;
using OnCall.Data.SqlServer;

namespace OnCall.Data;

/// <summary>
/// SQL Server 2019 or later with READ_COMMITTED_SNAPSHOT on. What fails by an error that passes (<see cref="TransientErrors"/>) is tried again for
/// a few seconds: a transaction that broke before its commit was rolled back, and one whose commit was not answered is asked for by its mark.
/// </summary>
/// <param name="patience">How long work is tried again; 5 s where nothing is said.</param>
public sealed class SqlServerDatabase(string connectionString, TextSeal seal, TimeSpan? patience = null) : Database(DatabaseProvider.SqlServer, Steady(connectionString), seal)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // What became of a commit is worth more waiting than a write that may be asked for again.
    private const int PatientlyAsked = 3;

    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(5);

    public override bool HasOwnClock => true;

    public override bool IsDuplicate(DbException error) => IsTaken(error);

    /// <inheritdoc cref="IsDuplicate"/>
    internal static bool IsTaken(DbException error) => error is SqlException { Number: 2601 or 2627 };

    /// <inheritdoc/>
    public override Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        AgainAsync(() => base.ReadAsync(read, cancellationToken), _patience, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DatabaseAwayException">The database did not answer, and nothing was written.</exception>
    /// <exception cref="OutcomeUnknownException">It broke off in the commit and stayed away; the write stands whole or not at all.</exception>
    public override Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        return AgainAsync(() => WriteOnceAsync(write, cancellationToken), _patience, cancellationToken);
    }

    /// <summary>Forgets the marks of writes that nobody can ask for any more.</summary>
    protected internal override Task TidyAsync(CancellationToken cancellationToken) => base.ReadAsync(
        async connection =>
        {
            await SqlServerWriteMarks.ForgetAsync(connection, cancellationToken);
            return true;
        },
        cancellationToken);

    protected internal override Task<Instant?> NowAsync(CancellationToken cancellationToken) => base.ReadAsync(
        async connection => (Instant?)await connection.QuerySingleAsync<Instant>(
            new CommandDefinition(SqlText.For<SqlServerDatabase>(Provider)["Now"], cancellationToken: cancellationToken)),
        cancellationToken);

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (InvalidOperationException error)
        {
            // None came free in time.
            await connection.DisposeAsync();
            throw new DatabaseAwayException("No connection to the database came free in time.", error);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<T> WriteOnceAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        var mark = Guid.CreateVersion7();
        var connection = await OpenAsync(cancellationToken);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await write(connection, transaction);
            await SqlServerWriteMarks.PutAsync(connection, transaction, mark);
            if (await CommitAsync(transaction, mark))
            {
                return result;
            }
        }
        finally
        {
            await CloseAsync(connection);
        }

        throw new DatabaseAwayException("The database broke off the commit and undid it.");
    }

    // Past this point the caller's going away must not leave the outcome unknown.
    private async Task<bool> CommitAsync(DbTransaction transaction, Guid mark)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or SqlException && IsUnanswered(error))
        {
            try
            {
                return await AgainAsync(() => base.ReadAsync(connection => SqlServerWriteMarks.StandsAsync(connection, mark), CancellationToken.None), _patience * PatientlyAsked, CancellationToken.None);
            }
            catch (DbException away)
            {
                throw new OutcomeUnknownException("The database broke off in the moment of the commit and has not answered since.", away);
            }
        }
    }

    private static bool IsUnanswered(Exception error) => error is not SqlException known || TransientErrors.Is(known) || known.Number == TransientErrors.TimeOut;

    private static async Task<T> AgainAsync<T>(Func<Task<T>> work, TimeSpan patience, CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        for (var pause = FirstPause; ; pause = Shorter(pause * 2, LongestPause))
        {
            try
            {
                return await work();
            }
            catch (Exception error) when (Passes(error) && !cancellationToken.IsCancellationRequested)
            {
                if (TimeProvider.System.GetElapsedTime(since) + pause > patience)
                {
                    throw error as DatabaseAwayException ?? new DatabaseAwayException($"The database does not answer: {error.Message}", error);
                }
            }

            await Task.Delay(pause, cancellationToken);
        }
    }

    private static bool Passes(Exception error) => error is SqlException known ? TransientErrors.Is(known) : error is DatabaseAwayException and not OutcomeUnknownException;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>
    /// The connection string with what a paging system needs where nothing else is set. Else the pool would refuse without a try, for a time that doubles
    /// to a minute, after the first login that failed, and the client would wait 10 s before it opens a connection another time.
    /// </summary>
    internal static string Steady(string connectionString)
    {
        var builder = new SqlConnectionStringBuilder(connectionString);
        if (!builder.ShouldSerialize("Pool Blocking Period"))
        {
            builder.PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock;
        }

        if (!builder.ShouldSerialize("Connect Retry Interval"))
        {
            builder.ConnectRetryInterval = 1;
        }

        if (!builder.ShouldSerialize("Application Name"))
        {
            builder.ApplicationName = "OnCall";
        }

        return builder.ToString();
    }
}
