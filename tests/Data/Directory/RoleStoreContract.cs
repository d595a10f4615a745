using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Directory;

public abstract class RoleStoreContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_role_is_read_as_it_was_written()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var unit = await data.UnitAsync("cardiology");
        var policy = new EscalationPolicy(new PolicyId(data.NewId()), "duty", "Duty", []);
        await data.Policies.SaveAsync(policy, isNew: true, DirectoryData.Audit("policy.put"), CancellationToken.None);
        var fallback = await data.SaveAsync(data.NewRole("surgery", "Surgery"));
        var hours = new CoverageHours([IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday], new LocalTime(18, 30), new LocalTime(8, 0));
        var role = data.NewRole("cardiology/duty-physician", "Cardiology – duty physician", "Cardio on call", "循環器 当直医") with
        {
            OrgUnit = unit.Id,
            Policy = policy.Id,
            FallbackRole = fallback.Id,
            Coverage = new Coverage([hours], 2),
            ContactMethods = [data.Method(ContactMethodKind.Snpp, "5550199", verified: true), data.Method(ContactMethodKind.Sms, "+447700900123")],
            TimeZone = "Europe/Brussels",
            Demand = new RoleDemand(["consultant", "指導医"], 5),
        };
        await data.SaveAsync(role);
        Same(role, Assert.Single(await data.Reads.RolesAsync([role.Id], CancellationToken.None)));

        var changed = role with { Demand = RoleDemand.None, Name = "Heart", Aliases = ["循環器 当直医"], Coverage = new Coverage([], null), ContactMethods = [role.ContactMethods[1]], FallbackRole = null };
        await data.SaveAsync(changed, isNew: false);
        Same(changed, Assert.Single(await data.Reads.RolesAsync([role.Id], CancellationToken.None)));
    }

    [Theory]
    [InlineData("CARDIOLOGY — DUTY PHYSICIAN")]
    [InlineData("cardiology/duty-physician")]
    [InlineData("cardio  ON call")]
    [InlineData("循環器当直医")]
    public async Task A_role_is_found_by_its_code_its_name_and_each_alias(string address)
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var role = await data.SaveAsync(data.NewRole("cardiology/duty-physician", "Cardiology – duty physician", "Cardio on call", "循環器 当直医"));
        Assert.Equal(role.Id, (await data.Reads.FindRoleAsync(address, CancellationToken.None))?.Id);
    }

    [Fact]
    public async Task Several_addresses_are_found_at_once_in_their_order()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var ward = await data.SaveAsync(data.NewRole("ward", "Ward 21", "W21"));
        var theatre = await data.SaveAsync(data.NewRole("theatre", "Theatre"));
        var many = Enumerable.Range(0, 70).Select(i => $"none {i}");
        string[] asked = ["theatre", "nobody", "", "WARD 21", "w21", .. many, "Theatre"];

        var found = await data.Reads.FindRolesAsync(asked, CancellationToken.None);

        RoleId?[] expected = [theatre.Id, null, null, ward.Id, ward.Id, .. many.Select(_ => (RoleId?)null), theatre.Id];
        Assert.Equal(expected, found.Select(r => r?.Id));
    }

    [Fact]
    public async Task A_name_that_was_given_up_is_free_again()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var role = await data.SaveAsync(data.NewRole("ward", "Old name"));
        await data.SaveAsync(role with { Name = "New name" }, isNew: false);
        Assert.Null(await data.Reads.FindRoleAsync("Old name", CancellationToken.None));
        await data.SaveAsync(data.NewRole("other", "Old name"));
    }

    [Fact]
    public async Task An_address_never_means_two_roles()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        await data.SaveAsync(data.NewRole("ward", "Ward 21 – Nurse"));
        var before = await data.StampAsync();
        var rival = data.NewRole("rival", "Rival", "WARD 21 - NURSE");
        Assert.Equal(SaveResult.Raced, await data.Roles.SaveAsync(rival, isNew: true, DirectoryData.Audit("role.put"), CancellationToken.None));
        Assert.Null(await data.Reads.FindRoleAsync("rival", CancellationToken.None));
        Assert.Equal(before, await data.StampAsync());
        Assert.Equal(1, await data.AuditCountAsync("role.put"));
    }

    [Fact]
    public async Task Names_that_differ_by_kana_or_accents_are_different_names()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var roles = new[] { "か", "カ", "resume", "résumé", "😀", "😁" };
        for (var i = 0; i < roles.Length; i++)
        {
            await data.SaveAsync(data.NewRole($"r{i}", roles[i]));
        }

        Assert.Equal("r1", (await data.Reads.FindRoleAsync("カ", CancellationToken.None))?.Code);
        Assert.Equal("r5", (await data.Reads.FindRoleAsync("😁", CancellationToken.None))?.Code);
    }

    [Fact]
    public async Task The_owners_of_addresses_are_told_and_free_ones_left_out()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var role = await data.SaveAsync(data.NewRole("ward", "Ward 21"));
        RoleAddress[] asked = [Address("WARD21"), Address("ward"), Address("free")];
        var owners = await data.Roles.OwnersAsync(asked, CancellationToken.None);
        Assert.Equal(2, owners.Count);
        Assert.All(owners.Values, owner => Assert.Equal(role.Id, owner));
    }

    [Fact]
    public async Task Every_role_is_listed_by_name_with_what_belongs_to_it()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        await data.SaveAsync(data.NewRole("b", "Beta", "Second") with { ContactMethods = [data.Method(ContactMethodKind.Snpp, "1")] });
        await data.SaveAsync(data.NewRole("a", "Alpha"));
        var all = await data.Reads.AllRolesAsync(CancellationToken.None);
        Assert.Equal(["Alpha", "Beta"], all.Select(r => r.Name));
        Assert.Equal(["Second"], all[1].Aliases);
        Assert.Equal("1", Assert.Single(all[1].ContactMethods).Address);
    }

    [Fact]
    public async Task A_saved_role_may_change_who_answers()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var before = await data.StampAsync();
        var role = await data.SaveAsync(data.NewRole("ward", "Ward"));
        await data.SaveAsync(role, isNew: false);
        Assert.Equal(before + 2, await data.StampAsync());
    }

    private static RoleAddress Address(string text) => RoleAddress.TryParse(text, out var address) ? address : throw new FormatException(text);

    private static void Same(Role expected, Role actual) => Assert.Equivalent(expected, actual, strict: true);
}

public sealed class RoleStoreOnSqlite : RoleStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class RoleStoreOnSqlServer : RoleStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
