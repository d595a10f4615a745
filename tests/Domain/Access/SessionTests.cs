using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Domain.Tests.Access;

public sealed class SessionTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 7, 0);

    [Theory]
    [InlineData(true, 0, 10)]
    [InlineData(true, 5, 15)]
    [InlineData(true, 12 * 60 - 3, 12 * 60)]
    [InlineData(false, 0, 14 * 60)]
    [InlineData(false, 60, 15 * 60)]
    [InlineData(false, 7 * 24 * 60 - 1, 7 * 24 * 60)]
    public void It_ends_after_a_while_without_a_request_and_at_the_latest_after_its_longest(bool shared, int seenAfterMinutes, int endsAfterMinutes)
    {
        var session = new Session(new SessionId(Guid.Empty), new PersonId(Guid.Empty), SignInWay.Password, null, shared, Start, Start + Duration.FromMinutes(seenAfterMinutes));
        Assert.Equal(Start + Duration.FromMinutes(endsAfterMinutes), session.EndsAt);
    }

    [Fact]
    public void A_second_factor_is_wanted_of_who_holds_the_permission_anywhere_and_of_who_works_in_the_unit_or_below()
    {
        var (ward, house, other) = (new OrgUnitId(Id(1)), new OrgUnitId(Id(2)), new OrgUnitId(Id(3)));
        var forDispatchers = new SecondFactorRule(Permission.Dispatcher, null);
        var forHouse = new SecondFactorRule(null, house);
        Assert.True(forDispatchers.IsFor([new Grant(Permission.Dispatcher, ward)], []));
        Assert.False(forDispatchers.IsFor([new Grant(Permission.Staff, null), new Grant(Permission.Admin, null)], [ward]));
        Assert.True(forHouse.IsFor([], [ward, house]));
        Assert.False(forHouse.IsFor([new Grant(Permission.Admin, null)], [other]));
    }

    private static Guid Id(byte number) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number);
}
