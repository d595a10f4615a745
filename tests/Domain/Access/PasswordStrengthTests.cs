using OnCall.Domain.Access;
using Xunit;

namespace OnCall.Domain.Tests.Access;

public sealed class PasswordStrengthTests
{
    private static readonly string[] Own = ["N10042", "Ada", "Okafor"];

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("teapot-violin-cactus")]
    [InlineData("xK7#mQ2vL9pR")]
    [InlineData("夜の静かな病棟と青い傘の話")]
    public void A_good_one_will_do(string password) => Assert.Null(PasswordStrength.Problem(password, Own));

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("Passw0rd!Passw0rd!")]
    [InlineData("qwertyuiop123")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("123456789012")]
    [InlineData("210987654321")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abababababababab")]
    [InlineData("Summer2026!!")]
    [InlineData("Welcome123456")]
    [InlineData("AdaOkafor2026")]
    [InlineData("Okafor-N10042")]
    [InlineData("hospital12345")]
    [InlineData("19840213-1984")]
    public void What_is_guessed_first_will_not(string password) =>
        Assert.Contains("first that are guessed", PasswordStrength.Problem(password, Own), StringComparison.Ordinal);

    [Fact]
    public void Too_short_and_too_long_ones_are_told_the_length()
    {
        Assert.Contains("12 to 128", PasswordStrength.Problem("xK7#mQ2vL9p", Own), StringComparison.Ordinal);
        Assert.Contains("12 to 128", PasswordStrength.Problem(new string('x', 129), Own), StringComparison.Ordinal);
    }
}
