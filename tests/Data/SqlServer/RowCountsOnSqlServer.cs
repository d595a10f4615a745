using Dapper;
using OnCall.Data.Schema;
using OnCall.Data.SqlServer;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.SqlServer;

/// <summary>A server that tells no session how many rows were changed is refused at the start, with what to do.</summary>
public sealed class RowCountsOnSqlServer
{
    [Fact]
    public async Task A_session_that_is_not_told_how_many_rows_changed_is_refused_with_what_to_do()
    {
        await using var test = await TestDatabase.SqlServerAsync();

        await test.Database.ReadAsync(
            async connection =>
            {
                Assert.True(await SqlServerRowCounts.CheckAsync(connection));
                await connection.ExecuteAsync("set nocount on");
                var refused = await Assert.ThrowsAsync<SchemaRefusedException>(() => SqlServerRowCounts.CheckAsync(connection));
                Assert.Contains("Take 512 off its value", refused.Message, StringComparison.Ordinal);
                return true;
            },
            CancellationToken.None);
    }
}
