using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.SqlServer;

/// <summary>An administrator ends a session (KILL) in the midst of a write: whatever the client calls that, the write is done again and stands once.</summary>
public sealed class KilledSessionOnSqlServer
{
    [Fact]
    public async Task A_write_whose_session_is_ended_is_done_again_and_stands_once()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await test.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("create table written (n int not null)", transaction: transaction), CancellationToken.None);
        var tries = 0;

        await test.Database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("insert into written (n) values (1)", transaction: transaction);
                if (++tries == 1)
                {
                    await KillAsync(test, await connection.ExecuteScalarAsync<int>("select @@spid", transaction: transaction));
                }

                return await connection.ExecuteAsync("insert into written (n) values (2)", transaction: transaction);
            },
            CancellationToken.None);

        Assert.Equal(2, tries);
        Assert.Equal([1, 2], await test.Database.ReadAsync(async connection => (await connection.QueryAsync<int>("select n from written order by n")).ToList(), CancellationToken.None));
    }

    private static async Task KillAsync(TestDatabase test, int session)
    {
        await using var administrator = new SqlConnection(test.ConnectionString);
        await administrator.OpenAsync(TestContext.Current.CancellationToken);
        await administrator.ExecuteAsync("kill " + session.ToString(CultureInfo.InvariantCulture));
    }
}
