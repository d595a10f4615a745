using OnCall.Application.Directory;
using OnCall.Application.Presets;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Presets;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Presets;

public sealed class PutPresetStories
{
    private static readonly Caller Admin = new("person:ADMIN", null, "Ada Admin", [new Grant(Permission.Admin, null)]);

    [Fact]
    public async Task A_preset_is_made_and_changed_and_shown_with_the_names_of_its_roles()
    {
        await using var house = await House.OpenAsync();

        var made = await PutAsync(house, Request());
        var changed = await PutAsync(house, Request() with { Code = "ARREST", Name = "Arrest, adult", AsksWhere = false });

        Assert.True(made.IsNew);
        Assert.False(changed.IsNew);
        var expected = new PresetView("arrest", "Arrest, adult", null, "code", null, null, [new RoleName("cardiology/duty", "Role cardiology/duty"), new RoleName("desk", "Role desk")], false, true);
        Assert.Equivalent(expected, (await house.Get<ReadPresets>().FindAsync(House.Lab, "arrest", CancellationToken.None)).Value, strict: true);
    }

    [Fact]
    public async Task Whatever_is_wrong_is_named_field_by_field_in_one_answer()
    {
        await using var house = await House.OpenAsync();

        var answer = await PutAsync(house, new PutPresetRequest("no code", new string('n', 61), "routine", [], Subject: new string('s', 76), Body: new string('b', 4001)));

        Assert.Equivalent(new[] { "code", "name", "urgency", "roles", "subject", "body" }, answer.Refusal!.Errors.Select(e => e.Field), strict: true);
    }

    [Theory]
    [InlineData("cardiolgy", "roles[1]")]
    [InlineData("ROLE cardiology/duty", "roles[1]")]
    public async Task A_role_that_is_unknown_or_named_twice_under_another_name_is_refused(string second, string field)
    {
        await using var house = await House.OpenAsync();
        Assert.Equal([field], (await PutAsync(house, Request() with { Roles = ["cardiology/duty", second] })).Refusal!.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task The_longest_of_everything_fits_into_the_subject_of_a_page()
    {
        await using var house = await House.OpenAsync();
        await PutAsync(house, Request() with { Name = new string('n', 60), Subject = new string('s', 75) });

        var set = await house.Get<SetOffPreset>().RunAsync(House.Lab, "k", "arrest", new SetOffRequest(new string('w', 60)), CancellationToken.None);

        Assert.True(set.Value!.Complete);
        Assert.All(set.Value.Roles, r => Assert.Equal(200, r.Page!.Subject!.Length));
    }

    [Fact]
    public async Task Whoever_administers_a_unit_changes_its_presets_and_no_others()
    {
        await using var house = await House.OpenAsync();
        var icu = await UnitAsync(house, "icu", 1);
        await UnitAsync(house, "ward", 2);
        var local = new Caller("person:L1", null, "Lea Local", [new Grant(Permission.Admin, icu)]);

        Assert.True((await PutAsync(house, Request() with { OrgUnit = "icu" }, local)).IsNew);
        await PutAsync(house, Request() with { Code = "house" });

        Assert.Equal(RefusalKind.Forbidden, (await PutAsync(house, Request() with { OrgUnit = "ward" }, local)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, (await PutAsync(house, Request() with { Code = "house", OrgUnit = "icu" }, local)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, (await house.Get<RemovePreset>().RunAsync(local, "house", CancellationToken.None)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, (await PutAsync(house, Request(), House.Lab)).Refusal!.Kind);
        Assert.True((await house.Get<RemovePreset>().RunAsync(local, "arrest", CancellationToken.None)).Ok);
    }

    [Fact]
    public async Task A_form_that_stood_open_neither_writes_over_nor_removes_what_somebody_else_has_changed()
    {
        await using var house = await House.OpenAsync();
        var seen = Shown.Mark((await PutAsync(house, Request())).Value!);
        await PutAsync(house, Request() with { Name = "Changed" });

        var put = await house.Get<PutPreset>().RunAsync(Admin, Request(), CancellationToken.None, seen);
        var remove = await house.Get<RemovePreset>().RunAsync(Admin, "arrest", CancellationToken.None, seen);

        Assert.Equal(("changed-since-shown", "changed-since-shown"), (put.Refusal!.Type, remove.Refusal!.Type));
        Assert.Equal("Changed", (await house.Get<IPresetStore>().FindAsync("arrest", CancellationToken.None))!.Name);
    }

    private static PutPresetRequest Request() => new("arrest", "Cardiac arrest", "code", ["cardiology/duty", "desk"]);

    private static Task<Answer<PresetView>> PutAsync(House house, PutPresetRequest request, Caller? caller = null) =>
        house.Get<PutPreset>().RunAsync(caller ?? Admin, request, CancellationToken.None);

    private static async Task<OrgUnitId> UnitAsync(House house, string code, int number)
    {
        var unit = new OrgUnit(new OrgUnitId(new Guid(number, 8, 8, new byte[8])), code, code, null, null);
        await house.Get<IOrgUnitStore>().SaveAsync(unit, isNew: true, new AuditEntry(house.Time.GetCurrentInstant(), "system", "org-unit.put", "test", "{}"), CancellationToken.None);
        return unit.Id;
    }
}
