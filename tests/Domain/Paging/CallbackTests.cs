using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Domain.Tests.Paging;

/// <summary>The callback leaves the building: nothing but a telephone number fits in.</summary>
public sealed class CallbackTests
{
    [Theory]
    [InlineData("5550199")]
    [InlineData("+32 2 555 01 99")]
    [InlineData("*67 555 0199#")]
    [InlineData("555 0199 ext 12")]
    [InlineData("555 0199 EXT12")]
    [InlineData("  4711  ")]
    public void A_telephone_number_is_taken_as_it_is_written(string text)
    {
        Assert.True(Callback.TryParse(text, out var callback));
        Assert.Equal(text.Trim(), callback.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("+*#")]
    [InlineData("ext 12")]
    [InlineData("555 ext")]
    [InlineData("555 0199 Mr Canary")]
    [InlineData("555 0199 bed 12")]
    [InlineData("555 0199 ext Canary")]
    [InlineData("555-0199")]
    [InlineData("555\n0199")]
    [InlineData("555\t0199")]
    [InlineData("٥٥٥٠١٩٩")]
    [InlineData("５５５０１９９")]
    [InlineData("555 0199 ext 1 ext 2")]
    [InlineData("1234567890123456789012345678901234")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(Callback.TryParse(text, out var callback));
        Assert.Null(callback);
    }

    [Fact]
    public void The_longest_one_still_fits() => Assert.True(Callback.TryParse(new string('5', Callback.MaxLength), out _));
}
