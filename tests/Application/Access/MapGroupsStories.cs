using Microsoft.Extensions.Logging.Abstractions;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.Groups;
using OnCall.Application.Notices;
using OnCall.Application.Notifications;
using OnCall.Data.Access;
using OnCall.Data.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Testing;
using OnCall.Testing.Databases;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Access;

public sealed class MapGroupsStories
{
    private static readonly string[] Rota = ["rota"];

    [Fact]
    public async Task A_group_gives_its_permission_and_what_is_remembered_of_callers_is_forgotten()
    {
        await using var test = await TestDatabase.UsualAsync();
        var story = await StoryAsync(test, new GroupRule("rota", Permission.Scheduler, null));
        Assert.Equal([new Grant(Permission.Scheduler, null)], (await story.SignInAsync(Rota)).Added);
        Assert.Equal(1, story.Emptied);
        Assert.True((await story.SignInAsync(Rota)).IsNone);
        Assert.Equal(1, story.Emptied);
        Assert.Equal([new Grant(Permission.Scheduler, null)], (await story.SignInAsync([])).Taken);
    }

    [Theory]
    [InlineData("Rota")]
    [InlineData("rota ")]
    [InlineData("cn=rota")]
    public async Task Names_of_an_openid_provider_count_as_they_are_written(string group)
    {
        await using var test = await TestDatabase.UsualAsync();
        var story = await StoryAsync(test, new GroupRule("rota", Permission.Scheduler, null));
        Assert.True((await story.SignInAsync([group])).IsNone);
    }

    [Fact]
    public async Task Names_of_a_directory_count_by_what_they_mean()
    {
        await using var test = await TestDatabase.UsualAsync();
        var story = await StoryAsync(test, new GroupRule("CN=OnCall Rota, OU=Groups,DC=hospital", Permission.Scheduler, null));
        Assert.Single((await story.SignInAsync(["cn=oncall rota,ou=groups,dc=hospital"], SignInWay.Directory)).Added);
    }

    [Fact]
    public async Task A_group_for_a_unit_gives_that_unit_and_one_for_a_unit_that_there_is_not_gives_nothing()
    {
        await using var test = await TestDatabase.UsualAsync();
        var story = await StoryAsync(test, new GroupRule("rota", Permission.Scheduler, "ward"), new GroupRule("rota", Permission.Admin, "wrad"));
        var ward = new OrgUnit(new OrgUnitId(Guid.Parse("00000000-0000-0000-0000-0000000000aa")), "ward", "Ward", null, null);
        Assert.True((await story.SignInAsync(Rota)).IsNone);
        await new OrgUnitStore(test.Database).SaveAsync(ward, isNew: true, new AuditEntry(new FakeClock().Now, "system", "org-unit.put", "test", "{}"), CancellationToken.None);
        Assert.Equal([new Grant(Permission.Scheduler, ward.Id)], (await story.SignInAsync(Rota)).Added);
    }

    private static async Task<Story> StoryAsync(TestDatabase test, params GroupRule[] rules)
    {
        var person = await new TestHospital(test.Database).AddPersonAsync("N001");
        return new Story(test, person, new GroupRules(rules));
    }

    private sealed class Story : IKeyCache
    {
        private readonly MapGroups _map;
        private readonly Account _account;

        public Story(TestDatabase test, Person person, GroupRules rules)
        {
            var (units, clock) = (new OrgUnitStore(test.Database), new FakeClock());
            var notices = new SignInNotices(new NoticeDraft(new ChannelSet([]), new TestIds(), clock), clock);
            _map = new MapGroups(rules, new MappedGrantStore(test.Database), units, this, notices, clock, NullLogger<MapGroups>.Instance);
            _account = new Account(person.Id, person.EmployeeNo, person.Name, true, null, null, false, null, 0);
        }

        public int Emptied { get; private set; }

        public void Empty() => Emptied++;

        public Task<GrantChange> SignInAsync(IReadOnlyCollection<string> groups, SignInWay way = SignInWay.OpenId) =>
            _map.RunAsync(_account, groups, way, CancellationToken.None);
    }
}
