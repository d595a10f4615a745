using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Domain.Tests.Access;

public sealed class AccessRulesTests
{
    private static readonly OrgUnitId Site = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly OrgUnitId Ward = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly OrgUnitId Elsewhere = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly PersonId Someone = new(new Guid(9, 0, 0, new byte[8]));

    [Fact]
    public void An_administrator_may_what_a_dispatcher_and_a_scheduler_may_but_does_not_audit()
    {
        var admin = Holding(new Grant(Permission.Admin, null));
        Assert.True(admin.May(Permission.Dispatcher));
        Assert.True(admin.May(Permission.Scheduler));
        Assert.True(admin.May(Permission.Staff));
        Assert.False(admin.May(Permission.Auditor));
    }

    [Fact]
    public void A_dispatcher_does_not_administer() => Assert.False(Holding(new Grant(Permission.Dispatcher, null)).May(Permission.Admin));

    [Theory]
    [InlineData(Permission.Staff)]
    [InlineData(Permission.Dispatcher)]
    [InlineData(Permission.Scheduler)]
    [InlineData(Permission.Admin)]
    public void All_who_work_here_page_any_role_whatever_unit_they_belong_to(Permission permission) =>
        Assert.True(Holding(new Grant(permission, Ward)).May(Permission.Staff));

    [Fact]
    public void An_auditor_sees_roles_and_pages_none()
    {
        var auditor = Holding(new Grant(Permission.Auditor, Ward));
        Assert.True(AccessRules.MaySeeRoles(auditor));
        Assert.False(auditor.May(Permission.Staff));
    }

    [Fact]
    public void A_grant_over_a_unit_reaches_all_below_it_and_nothing_beside_it()
    {
        var admin = Holding(new Grant(Permission.Admin, Site));
        Assert.True(admin.May(Permission.Admin, [Ward, Site]));
        Assert.False(admin.May(Permission.Admin, [Elsewhere]));
        Assert.False(admin.May(Permission.Admin, []));
        Assert.False(admin.May(Permission.Admin));
    }

    [Fact]
    public void Nobody_gives_what_reaches_further_than_their_own()
    {
        var admin = Holding(new Grant(Permission.Admin, Ward));
        Assert.True(AccessRules.MayGrant(admin, new Grant(Permission.Dispatcher, Ward), [Ward, Site]));
        Assert.True(AccessRules.MayGrant(admin, new Grant(Permission.Staff, null), []));
        Assert.False(AccessRules.MayGrant(admin, new Grant(Permission.Admin, Site), [Site]));
        Assert.False(AccessRules.MayGrant(admin, new Grant(Permission.Admin, null), []));
        Assert.False(AccessRules.MayGrant(Holding(new Grant(Permission.Scheduler, null)), new Grant(Permission.Staff, null), []));
    }

    [Fact]
    public void People_see_themselves_and_those_whose_unit_they_work_for()
    {
        Assert.True(AccessRules.MaySeePerson(Holding() with { Person = Someone }, Someone, [Elsewhere]));
        Assert.False(AccessRules.MaySeePerson(Holding(new Grant(Permission.Staff, null)), Someone, [Ward]));
        Assert.True(AccessRules.MaySeePerson(Holding(new Grant(Permission.Scheduler, Site)), Someone, [Ward, Site]));
        Assert.False(AccessRules.MaySeePerson(Holding(new Grant(Permission.Scheduler, Elsewhere)), Someone, [Ward, Site]));
        Assert.True(AccessRules.MaySeePerson(Holding(new Grant(Permission.Auditor, null)), Someone, [Ward]));
    }

    private static Caller Holding(params Grant[] grants) => new("person:N001", null, "Ann", grants);
}
