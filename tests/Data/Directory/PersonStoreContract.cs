using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Directory;

public abstract class PersonStoreContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_person_is_read_as_they_were_written_in_the_order_they_want_to_be_reached()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var unit = await data.UnitAsync("ward");
        var person = await data.PersonAsync("N001", methods: [data.Method(ContactMethodKind.Sms, "+447700900001", verified: true), data.Method(ContactMethodKind.Push, "token-of-a-device")]);
        Assert.Equivalent(person, await data.Reads.FindPersonAsync("n001", CancellationToken.None), strict: true);

        var changed = person with { Position = "指導医", Rank = 7, Name = "佐藤 健", Active = false, Language = "ja", OrgUnit = unit.Id, ContactMethods = [person.ContactMethods[1], person.ContactMethods[0]] };
        Assert.Equal(SaveResult.Saved, await data.People.SaveAsync(changed, [], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None));
        Assert.Equivalent(changed, Assert.Single(await data.Reads.PeopleAsync([person.Id], CancellationToken.None)), strict: true);
    }

    [Fact]
    public async Task What_a_person_prefers_stays_until_they_or_an_administrator_say_otherwise()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var person = await data.PersonAsync("N001", methods: [data.Method(ContactMethodKind.Sms, "+447700900001", verified: true)]);
        NotificationPreference[] wishes =
        [
            new(Urgency.Urgent, ContactMethodKind.Sms, "+447700900001", Duration.Zero),
            new(Urgency.CriticalResult, ContactMethodKind.Voice, null, Duration.FromSeconds(90)),
        ];
        var stamp = await data.StampAsync();

        await data.People.SavePreferencesAsync(person.Id, wishes, DirectoryData.Audit("person.preferences"), CancellationToken.None);
        Assert.Equal(wishes, (await data.Reads.FindPersonAsync("N001", CancellationToken.None))!.Preferences);
        Assert.Equal((stamp + 1, 1), (await data.StampAsync(), await data.AuditCountAsync("person.preferences")));

        await data.People.SaveAsync(person, [], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None);
        Assert.Equal(wishes, (await data.Reads.FindPersonAsync("N001", CancellationToken.None))!.Preferences);

        await data.People.SaveAsync(person, [], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None, preferences: []);
        Assert.Empty((await data.Reads.FindPersonAsync("N001", CancellationToken.None))!.Preferences);
    }

    [Fact]
    public async Task A_language_that_a_person_chose_changes_nothing_else()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var person = await data.PersonAsync("N001", methods: [data.Method(ContactMethodKind.Sms, "+447700900001", verified: true)]);
        var other = await data.PersonAsync("N002");
        var stamp = await data.StampAsync();

        await data.People.SaveLanguageAsync(person.Id, "zh-Hans", DirectoryData.Audit("person.language"), CancellationToken.None);
        Assert.Equivalent(person with { Language = "zh-Hans" }, await data.Reads.FindPersonAsync("N001", CancellationToken.None), strict: true);
        Assert.Equivalent(other, await data.Reads.FindPersonAsync("N002", CancellationToken.None), strict: true);
        Assert.Equal((stamp + 1, 1), (await data.StampAsync(), await data.AuditCountAsync("person.language")));

        await data.People.SaveLanguageAsync(person.Id, null, DirectoryData.Audit("person.language"), CancellationToken.None);
        Assert.Null((await data.Reads.FindPersonAsync("N001", CancellationToken.None))!.Language);
    }

    [Fact]
    public async Task A_number_that_is_taken_is_told_and_nothing_written()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        await data.PersonAsync("N001");
        var before = await data.StampAsync();
        var twin = new Person(new PersonId(data.NewId()), "N001", "Twin", true, null, null, []);
        Assert.Equal(SaveResult.Raced, await data.People.SaveAsync(twin, [], isNew: true, DirectoryData.Audit("person.put"), CancellationToken.None));
        Assert.Equal(before, await data.StampAsync());
        Assert.Equal(1, await data.AuditCountAsync("person.put"));
    }

    [Fact]
    public async Task Grants_are_written_as_a_whole_with_their_units()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        Grant[] grants = [new(Permission.Dispatcher, null), new(Permission.Scheduler, ward.Id), new(Permission.Scheduler, null)];
        var person = await data.PersonAsync("N001", grants: grants);
        Assert.Equal(grants.ToHashSet(), (await data.People.GrantsAsync([person.Id], CancellationToken.None))[person.Id].ToHashSet());

        await data.People.SaveAsync(person, [], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None);
        Assert.Empty(await data.People.GrantsAsync([person.Id], CancellationToken.None));
    }

    [Fact]
    public async Task Only_active_people_may_and_administer()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        var whole = await data.PersonAsync("N001", grants: [new(Permission.Admin, null), new(Permission.Dispatcher, ward.Id)]);
        var part = await data.PersonAsync("N002", grants: [new(Permission.Admin, ward.Id)]);
        await data.PersonAsync("N003", active: false, grants: [new(Permission.Admin, null), new(Permission.Dispatcher, null)]);

        Assert.Equal([whole.Id], await data.People.AdministratorsAsync(CancellationToken.None));
        Assert.Equal([whole.Id, part.Id], (await data.Reads.PeopleWhoMayAsync(Permission.Admin, CancellationToken.None)).Select(p => p.Id).ToHashSet());
        Assert.Equal([whole.Id], (await data.Reads.PeopleWhoMayAsync(Permission.Dispatcher, CancellationToken.None)).Select(p => p.Id));
    }

    [Fact]
    public async Task A_number_is_known_by_its_verified_active_owners_only()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        const string Number = "+447700900001";
        var owner = await data.PersonAsync("N001", methods: [data.Method(ContactMethodKind.Sms, Number, verified: true), data.Method(ContactMethodKind.Voice, Number, verified: true)]);
        await data.PersonAsync("N002", methods: [data.Method(ContactMethodKind.Sms, Number)]);
        await data.PersonAsync("N003", active: false, methods: [data.Method(ContactMethodKind.Sms, Number, verified: true)]);
        await data.SaveAsync(data.NewRole("baton", "Baton") with { ContactMethods = [data.Method(ContactMethodKind.Sms, Number, verified: true)] });
        Assert.Equal([owner.Id], (await data.Reads.PeopleByVerifiedAddressAsync(Number, CancellationToken.None)).Select(p => p.Id));
    }

    [Fact]
    public async Task More_people_than_one_statement_takes_are_read()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var person = await data.PersonAsync("N001");
        var many = Enumerable.Range(0, 2500).Select(_ => new PersonId(data.NewId())).Append(person.Id).ToList();
        Assert.Equal([person.Id], (await data.Reads.PeopleAsync(many, CancellationToken.None)).Select(p => p.Id));
        Assert.Single(await data.People.GrantsAsync(many, CancellationToken.None));
        Assert.Empty(await data.Reads.PeopleAsync([], CancellationToken.None));
    }

    [Fact]
    public async Task Everyone_is_entered_by_number()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        await data.PersonAsync("N002");
        await data.PersonAsync("N001", active: false);
        Assert.Equal(["N001", "N002"], (await data.People.EntriesAsync(CancellationToken.None)).Select(p => p.EmployeeNo));
    }
}

public sealed class PersonStoreOnSqlite : PersonStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PersonStoreOnSqlServer : PersonStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
