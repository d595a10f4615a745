using System.Data.Common;
using Dapper;
using NodaTime;

namespace OnCall.Data.Schema;

/// <summary>Lets one node at a time change the schema. Held by the connection: a node that dies lets go of it.</summary>
internal sealed class SqlServerSchemaLock
{
    private static readonly SqlText Sql = SqlText.For<SqlServerSchemaLock>(DatabaseProvider.SqlServer);

    /// <exception cref="SchemaRefusedException">Another node held it for all that time.</exception>
    public static async Task TakeAsync(DbConnection connection, Duration patience)
    {
        // Longer than the wait itself, so that the lock's own answer arrives and not the command's time-out.
        var result = await connection.ExecuteScalarAsync<int>(
            Sql["Take"], new { timeoutMilliseconds = (int)patience.TotalMilliseconds }, commandTimeout: (int)patience.TotalSeconds + 15);
        if (result < 0)
        {
            throw new SchemaRefusedException(
                $"Another node has been changing the database schema for more than {patience.TotalSeconds:0} s. Start this one again when it is done.");
        }
    }

    public static Task ReleaseAsync(DbConnection connection) => connection.ExecuteAsync(Sql["Release"]);
}
