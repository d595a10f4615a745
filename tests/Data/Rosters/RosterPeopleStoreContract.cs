using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class RosterPeopleStoreContract
{
    [Fact]
    public async Task People_are_found_by_number_in_any_case_of_letters()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());

        var found = await data.RosterPeople.ByEmployeeNoAsync(["a1", "A1", "b2", "nobody"], CancellationToken.None);

        Assert.Equal(["A1", "B2"], found.Select(p => p.EmployeeNo).Order());
    }

    [Fact]
    public async Task More_numbers_than_a_statement_takes_are_found_too()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());

        var found = await data.RosterPeople.ByEmployeeNoAsync([.. Enumerable.Range(0, 5_000).Select(n => $"X{n}"), "C3"], CancellationToken.None);

        Assert.Equal(data.Chiyo, Assert.Single(found).Id);
    }

    [Fact]
    public async Task Mail_finds_the_active_people_whom_it_reaches_in_any_case_of_letters()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        ContactMethod Mail() => new(new ContactMethodId(data.NewId()), ContactMethodKind.Mail, "Ward@Example.org", Verified: true);
        await data.People.SaveAsync(new Person(data.Ada, "A1", "Ada Okafor", Active: true, null, null, [Mail()]), [], false, RosterData.Audit("person.put"), CancellationToken.None);
        await data.People.SaveAsync(new Person(data.Bram, "B2", "Bram Peeters", Active: false, null, null, [Mail()]), [], false, RosterData.Audit("person.put"), CancellationToken.None);

        var found = await data.RosterPeople.ByMailAsync(["wARD@example.ORG", "nobody@example.org"], CancellationToken.None);

        Assert.Equal(data.Ada, Assert.Single(found).Person.Id);
        Assert.Equal(["A1", "B2", "C3"], (await data.RosterPeople.AllAsync(CancellationToken.None)).Select(p => p.EmployeeNo).Order());
    }

    [Fact]
    public async Task Whether_a_person_is_active_and_has_a_contact_method_is_told()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var method = new ContactMethod(new ContactMethodId(data.NewId()), ContactMethodKind.Sms, "+3225550100", Verified: false);
        await data.People.SaveAsync(new Person(data.Ada, "A1", "Ada Okafor", Active: false, null, null, [method]), [], false, RosterData.Audit("person.put"), CancellationToken.None);

        var found = await data.RosterPeople.ByIdAsync([data.Ada, data.Bram, new PersonId(data.NewId())], CancellationToken.None);

        Assert.Equal(2, found.Count);
        Assert.Equal((false, true), (found[data.Ada].Active, found[data.Ada].HasContactMethod));
        Assert.Equal((true, false), (found[data.Bram].Active, found[data.Bram].HasContactMethod));
    }

    protected abstract Task<TestDatabase> OpenAsync();
}
