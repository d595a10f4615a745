using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Paging;

public sealed class SituationReaderTests
{
    [Fact]
    public async Task Whoever_comes_on_shift_or_is_taken_off_is_seen_by_the_next_read()
    {
        await using var house = await House.OpenAsync();
        Assert.Equal([house.Anna.Id, house.Ben.Id], await OnAsync(house));

        await house.Hospital.PutOnAsync(house.Cardiology, house.Dora, tier: 3);
        Assert.Equal([house.Anna.Id, house.Ben.Id, house.Dora.Id], await OnAsync(house));

        await house.Hospital.Rosters.ClearAsync(house.Cardiology.Id);
        Assert.Empty(await OnAsync(house));
    }

    [Fact]
    public async Task A_person_who_is_changed_is_seen_as_they_are_now()
    {
        await using var house = await House.OpenAsync();
        Assert.Equal(house.Anna.Name, (await PersonAsync(house)).Name);

        var number = house.Hospital.Method(ContactMethodKind.Sms);
        await house.Hospital.ChangeAsync(house.Anna with { Name = "Dr Else", ContactMethods = [number] });
        Assert.Equal(("Dr Else", number), ((await PersonAsync(house)).Name, (await PersonAsync(house)).ContactMethods[0]));

        NotificationPreference[] wishes = [new(Urgency.Urgent, ContactMethodKind.Sms, null, Duration.FromSeconds(5))];
        await house.PeopleStore.SavePreferencesAsync(house.Anna.Id, wishes, new AuditEntry(house.Time.GetCurrentInstant(), "test", "test", "test", "{}"), CancellationToken.None);
        Assert.Equal(wishes, (await PersonAsync(house)).Preferences);
    }

    [Fact]
    public async Task A_role_that_is_changed_is_seen_as_it_is_now()
    {
        await using var house = await House.OpenAsync();
        var other = await house.Hospital.AddRoleAsync("icu/duty");
        Assert.Null((await ReadAsync(house)).Situation.Roles[house.Cardiology.Id].FallbackRole);

        await house.Hospital.ChangeAsync(house.Cardiology with { FallbackRole = other.Id });

        var roles = (await ReadAsync(house)).Situation.Roles;
        Assert.Equal(other.Id, roles[house.Cardiology.Id].FallbackRole);
        Assert.Contains(other.Id, roles.Keys);
    }

    [Fact]
    public async Task A_shift_that_begins_within_what_is_kept_counts_from_its_begin()
    {
        await using var house = await House.OpenAsync();
        var begin = house.Time.GetCurrentInstant() + Duration.FromSeconds(3);
        await house.Hospital.PutOnAsync(house.Cardiology, house.Dora, tier: 3, from: begin);
        Assert.DoesNotContain(house.Dora.Id, await OnAsync(house));

        house.Time.Advance(Duration.FromSeconds(3));
        Assert.Contains(house.Dora.Id, await OnAsync(house));
    }

    [Fact]
    public async Task What_was_read_a_moment_ago_is_not_read_again_until_something_changes_or_it_is_old()
    {
        await using var house = await House.OpenAsync();
        var directory = new CountingDirectory(house.Get<IDirectoryReads>());
        await using var node = house.OtherNode(services => services.AddSingleton<IDirectoryReads>(directory));
        var reader = node.GetRequiredService<SituationReader>();
        var needs = new SituationNeeds([house.Cardiology.Id], [house.Anna.Id]);

        Task<HospitalNow> ReadAsync() => reader.ReadAsync(needs, house.Time.GetCurrentInstant(), CancellationToken.None);

        await ReadAsync();
        var first = directory.Reads;
        Assert.True(first > 0);
        house.Time.Advance(Duration.FromSeconds(5));
        await ReadAsync();
        Assert.Equal(first, directory.Reads);

        house.Time.Advance(Duration.FromMilliseconds(1));
        await ReadAsync();
        Assert.Equal(2 * first, directory.Reads);

        await house.Hospital.ChangeAsync(house.Ben);
        await ReadAsync();
        Assert.Equal(3 * first, directory.Reads);
    }

    [Fact]
    public async Task What_changed_while_it_was_read_is_not_kept()
    {
        await using var house = await House.OpenAsync();
        var directory = new CountingDirectory(house.Get<IDirectoryReads>());
        await using var node = house.OtherNode(services => services.AddSingleton<IDirectoryReads>(directory));
        var reader = node.GetRequiredService<SituationReader>();
        var needs = new SituationNeeds([house.Cardiology.Id], [house.Anna.Id]);
        directory.AfterPeople = () => house.Hospital.ChangeAsync(house.Anna with { Name = "Dr Else" });

        var before = await reader.ReadAsync(needs, house.Time.GetCurrentInstant(), CancellationToken.None);
        var after = await reader.ReadAsync(needs, house.Time.GetCurrentInstant(), CancellationToken.None);

        Assert.Equal((house.Anna.Name, "Dr Else"), (before.Situation.People[house.Anna.Id].Person.Name, after.Situation.People[house.Anna.Id].Person.Name));
        Assert.True(before.RosterStamp < after.RosterStamp);
    }

    private static Task<HospitalNow> ReadAsync(House house) => house.Get<SituationReader>()
        .ReadAsync(new SituationNeeds([house.Cardiology.Id], [house.Anna.Id]), house.Time.GetCurrentInstant(), CancellationToken.None);

    private static async Task<IEnumerable<PersonId>> OnAsync(House house) =>
        (await ReadAsync(house)).Situation.Rosters[house.Cardiology.Id].Responders.OrderBy(r => r.Tier).Select(r => r.Person);

    private static async Task<Person> PersonAsync(House house) => (await ReadAsync(house)).Situation.People[house.Anna.Id].Person;
}
