using OnCall.Data.Paging.States;
using OnCall.Data.Sealing;
using OnCall.Data.Tests.Protection;
using OnCall.Data.Tests.Static;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Sealing;

/// <summary>
/// The replies of a page are the one sealed text whose column is not as long as it may be: what a sender may offer must go in as production
/// seals it, however many signs the writer makes of each.
/// </summary>
public sealed class LongestRepliesTests : IDisposable
{
    private const int MostReplies = 8;
    private const int LongestReply = 60;

    private readonly KeyFiles _files = new();

    [Theory]
    [InlineData("\u0001")]
    [InlineData("\"")]
    [InlineData("é")]
    [InlineData("当")]
    [InlineData("\ue000")]
    [InlineData("💓")]
    public async Task The_longest_that_a_sender_may_offer_fit_their_column(string sign)
    {
        await using var test = await TestDatabase.SqliteAsync();
        await using var node = await new Node(test, _files.Folder("a")).StartAsync();
        var (seal, page) = (TestSeal.With(node.Provider), Guid.Parse("00000000-0000-7000-8000-0000000000a1"));
        string[] replies = [.. Enumerable.Repeat(string.Concat(Enumerable.Repeat(sign, LongestReply / sign.Length)), MostReplies)];

        var stored = seal.Seal(SealedColumn.PageReplies, page, StateJson.WriteList(replies));

        Assert.InRange(stored.Length, 1, ShippedSchema.OnSqlServer.Find("page")!["replies"].Type!.Length);
        Assert.Equal(replies, StateJson.ReadList(seal.Open(SealedColumn.PageReplies, page, stored)));
    }

    public void Dispose() => _files.Dispose();
}
