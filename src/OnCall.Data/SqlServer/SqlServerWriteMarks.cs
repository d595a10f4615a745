using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using OnCall.Data.Schema;

namespace OnCall.Data.SqlServer;

/// <summary>
/// Each write leaves a mark in its own transaction, so that it can be known afterwards what became of a commit whose answer was lost
/// (https://learn.microsoft.com/ef/core/miscellaneous/connection-resiliency, "manually track the transaction").
/// </summary>
internal sealed class SqlServerWriteMarks
{
    // Hours of them on a busy server, some megabytes.
    private const int Kept = 100_000;
    private const int MostTogether = 4_000;
    private const int Seconds = 5;
    private static readonly SqlText Sql = SqlText.For<SqlServerWriteMarks>(DatabaseProvider.SqlServer);

    /// <exception cref="DatabaseAwayException">The transaction has ended, and no error said so: what came since may stand by itself.</exception>
    public static async Task PutAsync(DbConnection connection, DbTransaction transaction, Guid mark)
    {
        if (transaction.Connection is null || await connection.ExecuteAsync(Sql["Put"], new { mark }, transaction, Seconds) != 1)
        {
            throw new DatabaseAwayException("The transaction ended before it was committed.");
        }
    }

    /// <summary>
    /// Whether the write with that mark was committed. Asks by putting a mark of the same name: where the write stands, or is just being committed,
    /// the database refuses it, after that transaction has ended; where it is taken, the lost write can never be committed any more. A question
    /// whose own answer was lost is known by what it left.
    /// </summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public static async Task<bool> StandsAsync(DbConnection connection, Guid mark)
    {
        try
        {
            await connection.ExecuteAsync(Sql["Ask"], new { mark }, commandTimeout: Seconds);
            return false;
        }
        catch (SqlException error) when (SqlServerDatabase.IsTaken(error))
        {
            return await connection.ExecuteScalarAsync<bool?>(Sql["IsOfWrite"], new { mark }, commandTimeout: Seconds)
                ?? throw new DatabaseAwayException("The mark was there a moment ago.", error);
        }
        catch (SqlException error) when (error.Number == TransientErrors.TimeOut)
        {
            // The server has not yet noticed that whoever wrote is gone: it is asked again.
            throw new DatabaseAwayException("What is being written still waits for its end.", error);
        }
    }

    /// <summary>Forgets those that nobody can ask for any more.</summary>
    public static Task ForgetAsync(DbConnection connection, CancellationToken cancellationToken) => ForgetAsync(connection, Kept, cancellationToken);

    /// <inheritdoc cref="ForgetAsync(DbConnection, CancellationToken)"/>
    internal static async Task ForgetAsync(DbConnection connection, int kept, CancellationToken cancellationToken)
    {
        while (await connection.ExecuteAsync(new CommandDefinition(Sql["Forget"], new { most = MostTogether, kept }, cancellationToken: cancellationToken)) == MostTogether)
        {
        }
    }
}
