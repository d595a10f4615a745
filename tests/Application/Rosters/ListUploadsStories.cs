using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class ListUploadsStories
{
    private const string Ward = "ward-3/nurse,A1,2026-10-12T07:00,2026-10-12T15:00,1\n";
    private const string Clinic = "clinic,B2,2026-10-12T07:00,2026-10-12T15:00,1\n";
    private static readonly OrgUnitId Surgery = new(House.Id(11));
    private static readonly OrgUnitId Wards = new(House.Id(12));

    [Fact]
    public async Task A_scheduler_of_a_unit_sees_what_is_about_its_roles_and_nothing_else()
    {
        await using var house = await HouseAsync();
        await UploadAsync(house, "ward.csv", Ward);
        await UploadAsync(house, "clinic.csv", Clinic);
        await UploadAsync(house, "both.csv", Clinic + Ward, publish: false);

        Assert.Equal(["ward.csv"], await SeesAsync(house, new Grant(Permission.Scheduler, Wards)));
        Assert.Equal(["ward.csv"], await SeesAsync(house, new Grant(Permission.Admin, Surgery)));
        Assert.Equal(["ward.csv"], await SeesAsync(house, new Grant(Permission.Auditor, Surgery), new Grant(Permission.Staff, null)));
        Assert.Empty(await SeesAsync(house, new Grant(Permission.Scheduler, new OrgUnitId(House.Id(13)))));
        Assert.Equal(["both.csv", "clinic.csv", "ward.csv"], await SeesAsync(house, new Grant(Permission.Scheduler, null)));
        Assert.Equal(["both.csv", "clinic.csv", "ward.csv"], await SeesAsync(house, new Grant(Permission.Auditor, null)));
    }

    [Fact]
    public async Task A_preview_that_would_make_a_role_is_not_the_units()
    {
        await using var house = await HouseAsync();
        await UploadAsync(house, "new.csv", Ward + "icu/new,B2,2026-10-12T07:00,2026-10-12T15:00,1\n", publish: false);
        await UploadAsync(house, "only-new.csv", "icu/new,B2,2026-10-12T07:00,2026-10-12T15:00,1\n", publish: false);
        await UploadAsync(house, "ward.csv", Ward, publish: false);

        Assert.Equal(["ward.csv"], await SeesAsync(house, new Grant(Permission.Scheduler, Wards)));
    }

    [Fact]
    public async Task A_part_of_the_list_is_full_however_many_uploads_of_others_lie_between()
    {
        await using var house = await HouseAsync();
        for (var i = 0; i < 52; i++)
        {
            await UploadAsync(house, $"ward-{i}.csv", Ward, publish: false);
            await UploadAsync(house, $"clinic-{i}.csv", Clinic, publish: false);
        }

        var caller = CallerWith(new Grant(Permission.Scheduler, Wards));
        var first = (await house.Get<ListRosterUploads>().RunAsync(caller, null, CancellationToken.None)).Value!;
        var second = (await house.Get<ListRosterUploads>().RunAsync(caller, first.Next, CancellationToken.None)).Value!;

        Assert.Equal((50, 2, (string?)null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal(Enumerable.Range(0, 52).Reverse().Select(i => $"ward-{i}.csv"), first.Items.Concat(second.Items).Select(u => u.FileName));
    }

    [Fact]
    public async Task Staff_see_no_uploads()
    {
        await using var house = await HouseAsync();
        var answer = await house.Get<ListRosterUploads>().RunAsync(House.Staff, null, CancellationToken.None);
        Assert.Equal(RefusalKind.Forbidden, answer.Refusal?.Kind);
    }

    // The ward belongs to a unit below Surgery, the clinic to no unit.
    private static async Task<House> HouseAsync()
    {
        var house = await House.OpenAsync();
        var units = house.Get<OnCall.Application.Directory.IOrgUnitStore>();
        var audit = new AuditEntry(house.Clock.Now, "system", "test", "test", "{}");
        await units.SaveAsync(new OrgUnit(Surgery, "surgery", "Surgery", null, null), isNew: true, audit, CancellationToken.None);
        await units.SaveAsync(new OrgUnit(Wards, "wards", "Wards", Surgery, null), isNew: true, audit, CancellationToken.None);
        await house.RoleAsync("ward-3/nurse", "Ward 3 – Nurse", zone: House.Brussels, unit: Wards);
        await house.RoleAsync("clinic", "Clinic", zone: House.Brussels);
        await house.PersonAsync("A1", "Ada Okafor");
        await house.PersonAsync("B2", "Bram Peeters");
        return house;
    }

    private static async Task UploadAsync(House house, string name, string rows, bool publish = true)
    {
        var request = House.Request(House.Headings + rows);
        house.Clock.Now += NodaTime.Duration.FromSeconds(1);
        var answer = await house.UploadAsync(request with { File = request.File with { Name = name }, Publish = publish, CreateMissing = true });
        Assert.True(answer.Ok, answer.Refusal?.Detail);
    }

    private static async Task<IEnumerable<string>> SeesAsync(House house, params Grant[] grants) =>
        (await house.Get<ListRosterUploads>().RunAsync(CallerWith(grants), null, CancellationToken.None)).Value!.Items.Select(u => u.FileName);

    private static Domain.Access.Caller CallerWith(params Grant[] grants) => new("person:X", null, "Xenia", grants);
}
