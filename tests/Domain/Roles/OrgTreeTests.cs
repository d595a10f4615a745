using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Domain.Tests.Roles;

public sealed class OrgTreeTests
{
    private static readonly OrgUnit Site = Unit(1, "site", null);
    private static readonly OrgUnit Clinic = Unit(2, "clinic", Site);
    private static readonly OrgUnit Ward = Unit(3, "ward", Clinic);

    [Fact]
    public void The_units_above_come_nearest_first() =>
        Assert.Equal([Ward.Id, Clinic.Id, Site.Id], new OrgTree([Site, Clinic, Ward]).Above(Ward.Id));

    [Fact]
    public void A_unit_cannot_hang_under_itself_or_what_is_below_it()
    {
        var tree = new OrgTree([Site, Clinic, Ward]);
        Assert.True(tree.WouldCycle(Site.Id, Ward.Id));
        Assert.True(tree.WouldCycle(Site.Id, Site.Id));
        Assert.False(tree.WouldCycle(Ward.Id, Site.Id));
    }

    [Fact]
    public void A_circle_that_is_there_all_the_same_ends()
    {
        var one = Unit(1, "one", null) with { Parent = new OrgUnitId(new Guid(2, 0, 0, new byte[8])) };
        var two = Unit(2, "two", one);
        Assert.Equal(2, new OrgTree([one, two]).Above(one.Id).Count);
    }

    [Fact]
    public void Codes_are_found_in_any_case() => Assert.Same(Ward, new OrgTree([Ward]).Find("WARD"));

    private static OrgUnit Unit(int number, string code, OrgUnit? parent) => new(new OrgUnitId(new Guid(number, 0, 0, new byte[8])), code, code, parent?.Id, null);
}
