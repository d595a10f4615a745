using Dapper;
using OnCall.Data.Schema;
using OnCall.Data.Tests.Access;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Schema;

/// <summary>Makers of keys and invitations from before they were stored are those that the audit trail names.</summary>
public sealed class MadeByMigrationTests
{
    [Fact]
    public async Task Makers_are_looked_up_in_the_audit_trail()
    {
        await using var data = await AccessData.OnAsync(TestDatabase.SqliteAsync());
        var (told, untold) = (new ApiKeyId(data.NewId()), new ApiKeyId(data.NewId()));
        foreach (var key in new[] { told, untold })
        {
            var audit = new AuditEntry(AccessData.Now, "person:N002", key == told ? "key.create" : "person.bootstrap", "key:" + key, "{}");
            await data.Keys.AddAsync(new(key, ApiKeySecret.Hash(key.ToString()), data.Ann, null, [], "system", null, AccessData.Now, null), audit, CancellationToken.None);
        }

        await data.Invitations.AddAsync(
            new(new string('a', 64), data.Ann, "system", null, AccessData.Now, AccessData.Now), new AuditEntry(AccessData.Now, "person:N002", "person.invite", "person:N001", "{}"), CancellationToken.None);

        var script = MigrationScript.Shipped(DatabaseProvider.Sqlite).Single(s => s.Name.StartsWith("0031", StringComparison.Ordinal));
        foreach (var update in script.Batches().SelectMany(b => b.Split(';')).Where(s => s.TrimStart().StartsWith("update", StringComparison.Ordinal)))
        {
            await data.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(update, transaction: transaction), CancellationToken.None);
        }

        Assert.Equal("person:N002", (await data.Keys.FindAsync(told, CancellationToken.None))!.Caller.Shown!.MadeBy);
        Assert.Equal("system", (await data.Keys.FindAsync(untold, CancellationToken.None))!.Caller.Shown!.MadeBy);
        Assert.Equal("person:N002", await data.Database.ReadAsync(c => c.ExecuteScalarAsync<string>("select made_by from invitation"), CancellationToken.None));
    }
}
