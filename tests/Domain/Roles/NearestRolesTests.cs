using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Domain.Tests.Roles;

public sealed class NearestRolesTests
{
    private static readonly Role[] Roles =
    [
        Named("cardiology/duty-physician", "Cardiology – duty physician", "循環器 当直医"),
        Named("cardiology/nurse", "Cardiology – nurse"),
        Named("ward-21/nurse", "Ward 21 – Nurse on duty"),
        Named("code-team", "Code team", "Crash team"),
    ];

    [Theory]
    [InlineData("cardiolgy duty physican", "cardiology/duty-physician")]
    [InlineData("Ward 12 – Nurse on duty", "ward-21/nurse")]
    [InlineData("crash tem", "code-team")]
    [InlineData("循環器当直", "cardiology/duty-physician")]
    [InlineData("ward21", "ward-21/nurse")]
    public void A_slip_of_the_pen_finds_the_role_that_was_meant(string written, string nearest) =>
        Assert.Equal(nearest, NearestRoles.Of(written, Roles)[0].Code);

    [Theory]
    [InlineData("zzz")]
    [InlineData("")]
    [InlineData("–")]
    public void Nothing_like_any_role_finds_none(string written) => Assert.Empty(NearestRoles.Of(written, Roles));

    [Fact]
    public void At_most_as_many_as_asked_for() => Assert.Single(NearestRoles.Of("cardiology", Roles, most: 1));

    private static Role Named(string code, string name, params string[] aliases) =>
        new(default, code, name, aliases, null, null, null, Coverage.AllDay, [], null);
}
