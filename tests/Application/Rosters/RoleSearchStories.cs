using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Search;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class RoleSearchStories
{
    private readonly FakeSentPages _sent = new();

    [Theory]
    [InlineData("card", "cardiology/duty-physician")]
    [InlineData("duty card", "cardiology/duty-physician")]
    [InlineData("CARDIOLOGY - DUTY", "cardiology/duty-physician")]
    [InlineData("循環器", "cardiology/duty-physician")]
    [InlineData("ジュンカンキ", "cardiology/duty-physician")]
    [InlineData("internal bed", "internal/bed-manager")]
    [InlineData("nowhere", "")]
    public async Task A_role_is_found_by_parts_of_its_names_and_of_its_unit(string typed, string code)
    {
        await using var house = await HospitalAsync();

        Assert.Equal(code, string.Join(' ', (await SearchAsync(house, House.Staff, typed)).Items.Select(r => r.Code)));
    }

    [Fact]
    public async Task It_is_told_who_is_on_and_where_a_page_goes_that_nobody_would_take()
    {
        await using var house = await HospitalAsync();

        var cardiology = Assert.Single((await SearchAsync(house, House.Staff, "cardio")).Items);
        Assert.Equal(("Internal medicine", "Europe/Brussels", true), (cardiology.OrgUnit!.Name, cardiology.TimeZone, cardiology.Covered));
        Assert.Equal(["A1"], cardiology.Responders.Select(r => r.Person.EmployeeNo));
        var beds = Assert.Single((await SearchAsync(house, House.Staff, "bed")).Items);
        Assert.False(beds.Covered);
        Assert.Equal("Cardiology – duty physician", beds.Fallback!.Role.Name);
    }

    [Fact]
    public async Task Called_just_so_then_favourites_then_paged_lately_then_the_rest()
    {
        await using var house = await HospitalAsync();
        var nina = new Caller("person:N1", await house.PersonAsync("N1", "Nina Nurse"), "Nina Nurse", [new Grant(Permission.Staff, null)]);
        Assert.True((await house.Get<FavouriteRoles>().AddAsync(nina, "x-ray", CancellationToken.None)).Ok);
        var beds = (await house.Get<RoleFinder>().FindAsync("internal/bed-manager", CancellationToken.None)).Value!;
        _sent.Pages = [new SentPage(beds.Id, null, house.Clock.GetCurrentInstant())];

        var all = await SearchAsync(house, nina, "");
        Assert.Equal(["X-ray", "Bed manager"], all.Items.Take(2).Select(r => r.Name));
        Assert.Equal([(true, false), (false, true), (false, false)], all.Items.Take(3).Select(r => (r.Favourite, r.Recent)));
        Assert.Equal("Cardiology – duty physician", (await SearchAsync(house, nina, "cardio on call")).Items[0].Name);
        Assert.DoesNotContain(all.Items, r => r.Code == Role.SelfTestCode);

        Assert.Empty((await house.Get<FavouriteRoles>().RemoveAsync(nina, "x-ray", CancellationToken.None)).Value!.Items);
        Assert.Equal("Bed manager", (await SearchAsync(house, nina, null)).Items[0].Name);
    }

    [Fact]
    public async Task No_more_is_shown_than_fits_and_how_many_there_are_is_told()
    {
        await using var house = await HospitalAsync();
        for (var i = 0; i < SearchRoles.Most; i++)
        {
            await house.RoleAsync($"ward-{i}", $"Ward {i}");
        }

        var found = await SearchAsync(house, House.Staff, "");
        Assert.Equal((SearchRoles.Most, SearchRoles.Most + 4), (found.Items.Count, found.Found));
    }

    [Fact]
    public async Task A_machine_has_no_favourites_and_a_person_so_many_at_most()
    {
        await using var house = await HospitalAsync();
        var use = house.Get<FavouriteRoles>();
        Assert.Equal("forbidden", (await use.AddAsync(House.Staff, "x-ray", CancellationToken.None)).Refusal!.Type);
        var nina = new Caller("person:N1", await house.PersonAsync("N1", "Nina Nurse"), "Nina Nurse", [new Grant(Permission.Staff, null)]);
        for (var i = 0; i < FavouriteRoles.Most; i++)
        {
            await house.RoleAsync($"ward-{i}", $"Ward {i}");
            Assert.True((await use.AddAsync(nina, $"ward-{i}", CancellationToken.None)).Ok);
        }

        Assert.Equal("too-many-favourites", (await use.AddAsync(nina, "x-ray", CancellationToken.None)).Refusal!.Type);
        Assert.True((await use.AddAsync(nina, "ward-0", CancellationToken.None)).Ok);
        Assert.Equal("unknown-role", (await use.AddAsync(nina, "nothing", CancellationToken.None)).Refusal!.Type);
    }

    [Fact]
    public async Task The_number_to_call_back_on_is_offered_again_for_a_shift()
    {
        await using var house = await HospitalAsync();
        var nina = await house.PersonAsync("N1", "Nina Nurse");
        var now = house.Clock.GetCurrentInstant();
        _sent.Pages = [new SentPage(default, "555 0199", now)];

        Assert.Equal("555 0199", await house.Get<LastCallback>().OfAsync(nina, CancellationToken.None));
        house.Clock.Advance(Duration.FromHours(12) + Duration.FromMilliseconds(1));
        Assert.Null(await house.Get<LastCallback>().OfAsync(nina, CancellationToken.None));
    }

    private static async Task<FoundRoles> SearchAsync(House house, Caller caller, string? text) =>
        (await house.Get<SearchRoles>().RunAsync(caller, text, CancellationToken.None)).Value!;

    private async Task<House> HospitalAsync()
    {
        var house = await House.OpenAsync(services => services.Replace(ServiceDescriptor.Singleton<ISentPages>(_sent)));
        var unit = new OrgUnit(new OrgUnitId(house.Get<IIdSource>().NewId()), "internal", "Internal medicine", null, House.Brussels);
        await house.Get<IOrgUnitStore>().SaveAsync(unit, isNew: true, House.Audit, CancellationToken.None);
        var cardiology = await house.RoleAsync("cardiology/duty-physician", "Cardiology – duty physician", unit: unit.Id, aliases: ["Cardio on call", "循環器当直", "じゅんかんき"]);
        await house.RoleAsync("internal/bed-manager", "Bed manager", fallback: cardiology.Id, unit: unit.Id);
        await house.RoleAsync("x-ray", "X-ray");
        await house.PersonAsync("A1", "Ada Okafor");
        Assert.True((await house.UploadAsync("Cardiology – duty physician,A1,2026-10-12 07:00,2026-10-12 15:00,1\n")).Ok);
        return house;
    }

    private sealed class FakeSentPages : ISentPages
    {
        public IReadOnlyList<SentPage> Pages { get; set; } = [];

        public Task<IReadOnlyList<SentPage>> LatestAsync(PersonId person, Instant since, int most, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SentPage>>([.. Pages.Where(p => p.SentAt >= since).Take(most)]);
    }
}
