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

    public static Task PutAsync(DbConnection connection, DbTransaction? transaction, Guid mark) =>
        connection.ExecuteAsync(Sql["Put"], new { mark }, transaction, commandTimeout: Seconds);

    /// <summary>
    /// Whether the write with that mark was committed. Asks by putting the mark anew: where it stands, or stands in a transaction that is
    /// just being committed, the database refuses it, after that transaction has ended; where it is taken, the lost write can never be committed any more.
    /// </summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public static async Task<bool> StandsAsync(DbConnection connection, Guid mark)
    {
        try
        {
            await PutAsync(connection, null, mark);
            return false;
        }
        catch (SqlException error) when (SqlServerDatabase.IsTaken(error))
        {
            return true;
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
