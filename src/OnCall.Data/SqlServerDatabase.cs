using System.Data;
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
public partial class SqlServerDatabase(string connectionString, TextSeal seal, TimeSpan? patience = null) : Database(DatabaseProvider.SqlServer, Steady(connectionString), seal)
{
    private static readonly TriedAgain Again = new(TimeProvider.System, Passes);

    // What became of a commit is worth more waiting than a write that may be asked for again.
    private const int PatientlyAsked = 3;

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(5);

    public override bool HasOwnClock => true;

    public override bool IsDuplicate(DbException error) => IsTaken(error);

    /// <inheritdoc cref="IsDuplicate"/>
    internal static bool IsTaken(DbException error) => error is SqlException { Number: 2601 or 2627 };

    /// <inheritdoc/>
    public override Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        ReadForAsync(_patience, read, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DatabaseAwayException">The database did not answer, and nothing was written.</exception>
    /// <exception cref="OutcomeUnknownException">It broke off in the commit and stayed away; the write stands whole or not at all.</exception>
    protected override Task<T> CommitAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken) =>
        AgainAsync(() => WriteOnceAsync(write, cancellationToken), _patience, cancellationToken);

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

    protected override Task RestAsync(CancellationToken cancellationToken) => Task.Delay(Rest, cancellationToken);

    protected override bool IsBlocked(DbException error) => error is SqlException { Number: TransientErrors.LockTimeOut };

    // Where a node is frozen in the midst of a transaction, what waits for its rows must not hold up all that is done together with it until
    // the command's time-out.
    protected override Task LimitWaitsAsync(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteAsync(SqlText.For<SqlServerDatabase>(Provider)["LimitWaits"], transaction: transaction);

    /// <summary>Gives a connection back. Where one broke, those that lie idle may be dead too, as after a failover that ended none of them: they are let go.</summary>
    protected override async ValueTask CloseAsync(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.State != ConnectionState.Open)
        {
            SqlConnection.ClearPool((SqlConnection)connection);
        }

        await EndAsync(connection);
    }

    // Where the wire has just broken the client may fail at letting go, by whatever it finds missing (a NullReferenceException has been seen). What was
    // not committed is undone all the same, and what is told is what went wrong before.
    private static async ValueTask EndAsync(IAsyncDisposable? what)
    {
        try
        {
            if (what is not null)
            {
                await what.DisposeAsync();
            }
        }
        catch (Exception)
        {
            // Said above.
        }
    }

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

    // Where the wire breaks, or the session is ended, the client may throw whatever it finds missing, or an error of no number: what counts is that the
    // connection is gone.
    private static async Task<T> WholeAsync<T>(DbConnection connection, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && error is not OperationCanceledException && !IsKnown(error) && connection.State != ConnectionState.Open)
        {
            throw new DatabaseAwayException($"The connection broke: {error.Message}", error);
        }
    }

    private Task<T> ReadForAsync<T>(TimeSpan patience, Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        AgainAsync(() => base.ReadAsync(connection => WholeAsync(connection, () => read(connection), cancellationToken), cancellationToken), patience, cancellationToken);

    private static async Task<T> AgainAsync<T>(Func<Task<T>> work, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            return await Again.RunAsync(work, patience, cancellationToken);
        }
        catch (Exception error) when (IsTimeOut(error) && !cancellationToken.IsCancellationRequested)
        {
            // What took too long once is not asked of a server under strain again. Nothing of it stands.
            throw new DatabaseAwayException($"The database did not answer in time: {error.Message}", error);
        }
    }

    private static bool IsKnown(Exception error) => error is SqlException known && (TransientErrors.Is(known) || IsTimeOut(known) || IsTaken(known));

    private static bool Passes(Exception error) => error is SqlException known ? TransientErrors.Is(known) : error is DatabaseAwayException and not OutcomeUnknownException;

    /// <summary>
    /// The connection string with what a paging system needs where nothing else is set. Else the pool would refuse without a try, for a time that doubles
    /// to a minute, after the first login that failed, and the client would open a broken connection anew in the midst of a transaction's work, after a
    /// pause of 10 s: what is tried again, and when, is decided here.
    /// </summary>
    internal static string Steady(string connectionString)
    {
        var builder = new SqlConnectionStringBuilder(connectionString);
        if (!builder.ShouldSerialize("Pool Blocking Period"))
        {
            builder.PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock;
        }

        if (!builder.ShouldSerialize("Connect Retry Count"))
        {
            builder.ConnectRetryCount = 0;
        }

        if (!builder.ShouldSerialize("Application Name"))
        {
            builder.ApplicationName = "OnCall";
        }

        return builder.ToString();
    }
}
