using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Domain.Tests.Paging;

public sealed class PageReferenceTests
{
    [Fact]
    public void The_alphabet_has_32_different_characters_and_none_that_look_alike()
    {
        Assert.Equal(32, PageReference.Alphabet.Distinct().Count());
        Assert.DoesNotContain(PageReference.Alphabet, c => "ILOU".Contains(c, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#A1B2")]
    [InlineData("a1b2")]
    [InlineData("  #a1B2 ")]
    [InlineData("＃A1B2")]
    [InlineData("＃Ａ１ｂ２")]
    [InlineData("AIB2")]
    [InlineData("alb2")]
    public void What_people_type_is_read(string typed)
    {
        Assert.True(PageReference.TryParse(typed, out var reference));
        Assert.Equal("#A1B2", reference.ToString());
    }

    [Fact]
    public void The_letter_O_is_the_digit_0()
    {
        Assert.True(PageReference.TryParse("OoO0", out var reference));
        Assert.Equal("0000", reference.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("A1B")]
    [InlineData("A1B2C3D4E")]
    [InlineData("A1 B2")]
    [InlineData("A1BU")]
    [InlineData("A1B-")]
    [InlineData("A1Bé")]
    [InlineData("\ud800A1B")]
    public void Anything_else_is_not_a_reference(string? typed) => Assert.False(PageReference.TryParse(typed, out _));

    [Theory]
    [InlineData(0UL, 4, "0000")]
    [InlineData(ulong.MaxValue, 6, "ZZZZZZ")]
    [InlineData(1UL | (2UL << 5) | (31UL << 10), 4, "12Z0")]
    public void Five_bits_make_a_character(ulong bits, int length, string value) =>
        Assert.Equal(value, PageReference.FromBits(bits, length).Value);

    [Fact]
    public void Every_reference_drawn_can_be_read_back()
    {
        for (var length = PageReference.MinLength; length <= PageReference.MaxLength; length++)
        {
            for (ulong i = 0; i < 2000; i++)
            {
                var drawn = PageReference.FromBits(i * 0x9E3779B97F4A7C15UL, length);
                Assert.True(PageReference.TryParse(drawn.ToString(), out var read));
                Assert.Equal(drawn, read);
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public void Lengths_that_could_not_be_read_are_not_drawn(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PageReference.FromBits(0, length));
}
