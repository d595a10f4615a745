using Microsoft.AspNetCore.DataProtection;
using OnCall.Data.Sealing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Sealing;

public sealed class TextSealTests
{
    private static readonly Guid Row = Guid.Parse("11111111-2222-7333-8444-555555555555");

    [Theory]
    [InlineData("")]
    [InlineData("K 6.8 mmol/L, bed 4")]
    [InlineData("患者 – 応答します 🫀")]
    [InlineData("sealed:1:CfDJ8 somebody wrote it so")]
    public void What_is_sealed_opens_again_and_looks_different_each_time(string words)
    {
        var one = TestSeal.Instance.Seal(SealedColumn.PageBody, Row, words);
        var other = TestSeal.Instance.Seal(SealedColumn.PageBody, Row, words);

        Assert.NotEqual(one, other);
        Assert.StartsWith(TextSeal.Mark, one, StringComparison.Ordinal);
        Assert.Equal(words, TestSeal.Instance.Open(SealedColumn.PageBody, Row, one));
        Assert.Equal(TestSeal.Instance.KeyOfNow(), one[..TextSeal.KeyLength]);
        Assert.Null(TestSeal.Instance.Seal(SealedColumn.PageBody, Row, null));
    }

    [Fact]
    public void It_opens_in_its_column_and_row_only_and_unchanged()
    {
        var found = new List<SealedColumn>();
        var protection = new EphemeralDataProtectionProvider();
        var seal = TestSeal.With(protection, found.Add);
        var body = seal.Seal(SealedColumn.PageBody, Row, "words");

        Assert.Equal(TextSeal.Unreadable, seal.Open(SealedColumn.PageSubject, Row, body));
        Assert.Equal(TextSeal.Unreadable, seal.Open(SealedColumn.PageBody, Guid.Empty, body));
        Assert.Equal(TextSeal.Unreadable, seal.Open(SealedColumn.PageBody, Row, body[..^2] + "AA"));
        Assert.Equal(TextSeal.Unreadable, seal.Open(SealedColumn.PageBody, Row, TextSeal.Mark + "not base64!"));
        Assert.Equal(TextSeal.Unreadable, seal.Open(SealedColumn.PageBody, Row, TextSeal.Mark));
        Assert.Null(seal.OpenOrNull(SealedColumn.PageBody, Guid.Empty, body));
        Assert.Equal([SealedColumn.PageSubject, .. Enumerable.Repeat(SealedColumn.PageBody, 5)], found);
        Assert.Equal("words", seal.Open(SealedColumn.PageBody, Row, body));
    }

    [Fact]
    public void No_purpose_stands_twice()
    {
        Assert.All(Enum.GetValues<SealedColumn>(), column => Assert.All(
            Enum.GetValues<SealedColumn>().Where(other => other != column),
            other => Assert.Null(TestSeal.Instance.OpenOrNull(other, Row, TestSeal.Instance.Seal(column, Row, "words")))));
    }
}
