using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Domain.Tests.Roles;

public sealed class RoleDemandTests
{
    [Theory]
    [InlineData("consultant", 5, null)]
    [InlineData("Registrar", 3, null)]
    [InlineData("consultant", 2, "wants rank 3 or higher; Ann has rank 2")]
    [InlineData("consultant", null, "wants rank 3 or higher; Ann has no known rank")]
    [InlineData("nurse", 9, "wants one of: consultant, registrar; Ann is nurse")]
    [InlineData(null, 9, "wants one of: consultant, registrar; Ann is of no known position")]
    public void A_demand_is_met_by_position_and_by_rank(string? position, int? rank, string? unmet) =>
        Assert.Equal(unmet, new RoleDemand(["consultant", "registrar"], 3).Unmet(Ann(position, rank)));

    [Fact]
    public void A_role_without_one_takes_anybody() => Assert.Null(RoleDemand.None.Unmet(Ann(null, null)));

    private static Person Ann(string? position, int? rank) =>
        new(new PersonId(new Guid(1, 0, 0, new byte[8])), "N001", "Ann", true, null, null, []) { Position = position, Rank = rank };
}
