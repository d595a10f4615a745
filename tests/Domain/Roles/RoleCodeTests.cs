using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Domain.Tests.Roles;

public sealed class RoleCodeTests
{
    [Theory]
    [InlineData("cardiology/duty-physician")]
    [InlineData("ward-21")]
    [InlineData("循環器/当直医")]
    [InlineData("desk/night")]
    public void A_slug_with_slashes_is_a_code(string code) => Assert.True(RoleCode.IsWellFormed(code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Cardiology")]
    [InlineData("a b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("a--b")]
    [InlineData("a/../b")]
    [InlineData("a%2Fb")]
    [InlineData("a\n")]
    public void Anything_else_is_not(string? code) => Assert.False(RoleCode.IsWellFormed(code));

    [Theory]
    [InlineData("desk", true)]
    [InlineData("Resolve", true)]
    [InlineData("oncall/self-test", true)]
    [InlineData("help-desk", false)]
    public void What_is_built_in_is_taken(string code, bool taken) => Assert.Equal(taken, RoleCode.IsTaken(code));

    [Theory]
    [InlineData("Cardiology – duty physician", "cardiology/duty-physician")]
    [InlineData("Ward 21 – Nurse on duty", "ward-21/nurse-on-duty")]
    [InlineData("X-ray (night)", "x-ray-night")]
    [InlineData("循環器　当直医", "循環器-当直医")]
    [InlineData("Ｗａｒｄ２１", "ward21")]
    [InlineData("A/B", "a/b")]
    [InlineData("Desk", null)]
    [InlineData("!!!", null)]
    [InlineData("no \ufffe sign", null)]
    public void A_name_gives_a_code(string name, string? code) => Assert.Equal(code, RoleCode.FromName(name));

    [Fact]
    public void A_long_name_gives_a_code_that_fits() =>
        Assert.Equal(RoleCode.MaxLength - 1, RoleCode.FromName(new string('a', RoleCode.MaxLength - 1) + " b")!.Length);
}
