using OnCall.Application.Access.Passwords;
using OnCall.Ldap.Tests.Support;

namespace OnCall.Ldap.Tests;

/// <summary>Against OpenLDAP's own server.</summary>
public sealed class GroupTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Groups_of_groups_count_and_a_circle_of_them_ends() => Assert.Equal(
        [Group("cardiology"), Group("clinical"), Group("committee"), Group("physicians")],
        await GroupsAsync("amir"));

    [Fact]
    public async Task Without_nesting_only_the_groups_count_that_name_the_person()
    {
        var options = house.Options();
        options.NestedGroups = false;

        Assert.Equal([Group("cardiology"), Group("committee")], await GroupsAsync("amir", options));
    }

    [Fact]
    public async Task Without_a_base_the_groups_are_those_that_entries_say_they_are_in()
    {
        var options = house.Options();
        options.GroupsBase = null;
        Assert.Equal([Group("cardiology"), Group("clinical"), Group("physicians")], await GroupsAsync("amir", options));

        options.NestedGroups = false;
        Assert.Equal([Group("cardiology")], await GroupsAsync("amir", options));
    }

    [Fact]
    public async Task A_filter_of_the_house_decides_what_a_group_is()
    {
        var options = house.Options();
        options.GroupFilter = "(&(objectClass=groupOfUniqueNames)(uniqueMember={0}))";

        Assert.Equal([Group("committee")], await GroupsAsync("amir", options));
    }

    [Fact]
    public async Task Groups_are_followed_ten_deep() => Assert.Equal(
        Enumerable.Range(0, LdapGroups.Deepest).Select(n => Group($"deep{n}")),
        await GroupsAsync("dora"));

    [Fact]
    public async Task A_thousand_groups_are_read_in_parts_and_the_log_says_that_there_are_more()
    {
        var groups = await GroupsAsync("mona");

        Assert.Equal(LdapGroups.Most, groups.Distinct().Count());
        Assert.Contains(house.Log.Lines, line => line.Contains("1000 count, the others are left out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fewer_are_read_where_the_directory_gives_no_more_and_the_log_says_so()
    {
        var options = house.Options();
        options.BindDn = TestPeople.LimitedReader;

        // What slapd gives to one search unless told otherwise.
        Assert.Equal(500, (await GroupsAsync("mona", options)).Count);
        Assert.Contains(house.Log.Lines, line => line.Contains("500 count, the others are left out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_base_that_is_not_there_gives_no_groups()
    {
        var options = house.Options();
        options.GroupsBase = "ou=elsewhere," + TestPeople.Root;

        Assert.Empty(await GroupsAsync("amir", options));
    }

    private static string Group(string name) => DistinguishedName.Normal(TestPeople.Group(name));

    private async Task<IReadOnlyList<string>> GroupsAsync(string user, LdapOptions? options = null)
    {
        var answer = await house.CheckAsync(user, TestPeople.PasswordOf(user), options);
        Assert.Equal((DirectoryStatus.Known, null), (answer.Status, answer.Why));
        return answer.Person!.Groups;
    }
}
