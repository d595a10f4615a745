using OnCall.Data.Tests.Directory;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.SqlServer;

/// <summary>U+0000 in a text that comes from outside is a character like others: it is kept, and asked for, as it is.</summary>
public sealed class ZeroCharacterOnSqlServer
{
    [Theory]
    [InlineData("ward\0")]
    [InlineData("\0")]
    [InlineData("wa\0rd")]
    public async Task It_is_kept_and_asked_for_like_others(string text)
    {
        await using var data = await DirectoryData.OnAsync(TestDatabase.SqlServerAsync());
        await data.Test.OnlyOnSqlServerAsync("this engine holds no text with U+0000 in it (docs/sql-server.md).");
        var role = await data.SaveAsync(data.NewRole("ward", text + "Ward"));

        Assert.Equal(text + "Ward", Assert.Single(await data.Reads.RolesAsync([role.Id], CancellationToken.None)).Name);
        Assert.Null(await data.Reads.FindPersonAsync(text, CancellationToken.None));
        Assert.Empty(await data.Reads.PeopleByVerifiedAddressAsync(text, CancellationToken.None));
    }
}
