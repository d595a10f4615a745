using System.Text;
using NodaTime;
using OnCall.Domain.Access;
using Xunit;

namespace OnCall.Domain.Tests.Access;

public sealed class OneTimeCodeTests
{
    // The secret of RFC 6238, appendix B.
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // Appendix B has eight digits; six are their end.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_of_the_standard_come_out(long seconds, string code)
    {
        var at = Instant.FromUnixTimeSeconds(seconds);
        Assert.Equal(code, OneTimeCode.Of(Secret, OneTimeCode.StepOf(at)));
        Assert.Equal(seconds / 30, OneTimeCode.Find(Secret, code, at));
    }

    [Theory]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_phone_may_be_one_step_off_and_no_more(int seconds, bool taken)
    {
        var at = Instant.FromUnixTimeSeconds(1_800_000_000);
        var code = OneTimeCode.Of(Secret, OneTimeCode.StepOf(at));
        Assert.Equal(taken, OneTimeCode.Find(Secret, code, at + Duration.FromSeconds(seconds)) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("２８７０８２")]
    [InlineData("abcdef")]
    public void What_is_no_code_is_of_no_step(string code) => Assert.Null(OneTimeCode.Find(Secret, code, Instant.FromUnixTimeSeconds(59)));

    [Fact]
    public void A_code_may_be_typed_in_groups() => Assert.NotNull(OneTimeCode.Find(Secret, "287 082", Instant.FromUnixTimeSeconds(59)));
}
