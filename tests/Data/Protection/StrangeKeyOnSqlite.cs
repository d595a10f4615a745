using OnCall.Application.Sealing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Protection;

public sealed class StrangeKeyOnSqlite : StrangeKeyContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();

    // Its columns alone hold such a time.
    [Fact]
    public async Task Times_that_cannot_be_in_the_columns_blind_nobody()
    {
        await using var test = await OpenAsync();
        await using var node = await new Node(test, Files.Folder("a")).StartAsync();
        await PlantAsync(test, "in the clear", Assert.Single(await node.Ring.AllAsync(CancellationToken.None)));
        await ExecuteAsync(test, $"update protection_key set activates_at = 9223372036854775807, expires_at = -9223372036854775808 where key_id = '{Planted}'");

        Assert.Single(node.Ring.GetAllElements());
        Assert.Equal([Planted], await node.Ring.StrangersAsync(CancellationToken.None));
        Assert.Equal(StrangeKeyOutcome.Done, await node.Ring.RemoveAsync(Planted, CancellationToken.None));
    }
}
