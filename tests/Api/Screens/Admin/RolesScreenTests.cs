using AngleSharp.Html.Dom;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Screens.Admin;

/// <summary>Roles by forms, with JavaScript off.</summary>
public sealed class RolesScreenTests
{
    [Fact]
    public async Task A_role_is_found_by_part_of_an_alias_and_stands_below_its_unit()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/org-units/heart", new { name = "Heart" });
        await ward.PutAsync("/api/v1/roles/surgery", new { name = "Surgery", orgUnit = "heart", aliases = new[] { "当直外科" } });
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.OpenAsync("/admin/roles?find=" + Uri.EscapeDataString("外科"));
        Assert.Equal(["Surgery"], screen.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal(["Heart"], screen.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Empty((await ada.OpenAsync("/admin/roles?find=dentist")).QuerySelectorAll("tbody tr"));
        Assert.Equal(["Surgery"], (await ada.OpenAsync("/admin/roles?unit=heart")).QuerySelectorAll("tbody th a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task What_the_form_does_not_show_is_kept_when_a_role_is_saved()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/roles/surgery", new
        {
            name = "Surgery",
            contactMethods = new[] { new { kind = "snpp", address = "4711", verified = true } },
            demand = new { positions = new[] { "consultant" }, leastRank = 3 },
            coverage = new { hours = new[] { new { days = new[] { "mon", "not-hol" }, from = "08:00", to = "17:00" } }, people = 2 },
        });
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/role?role=surgery"), "Save", ("Name", "General surgery"), ("Further names", "Surgeon\nOP"));
        Assert.Contains("General surgery is saved.", screen.Words(), StringComparison.Ordinal);

        var role = await ward.GetAsync("/api/v1/roles/surgery");
        Assert.Equal(["Surgeon", "OP"], role.GetProperty("aliases").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal("""[{"kind":"snpp","address":"4711","verified":true}]""", role.GetProperty("contactMethods").GetRawText());
        Assert.Equal("""{"positions":["consultant"],"leastRank":3}""", role.GetProperty("demand").GetRawText());
        Assert.Equal("""{"hours":[{"days":["mon","not-hol"],"from":"08:00","to":"17:00"}],"people":2}""", role.GetProperty("coverage").GetRawText());
    }

    [Fact]
    public async Task Hours_without_a_row_are_refused_and_never_saved_as_no_coverage_at_all()
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/role?role=surgery"), "Save", ("At these hours", "yes"));
        Assert.Equal(422, ada.Status);
        Assert.Contains("Coverage: Name one span at least", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("24x7", (await ward.GetAsync("/api/v1/roles/surgery")).GetProperty("coverage").Text("hours"));
    }

    [Fact]
    public async Task Hours_are_added_row_by_row_and_an_empty_row_is_left_out()
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/role"), "Add hours", ("Its code", "clinic"), ("Name", "Clinic"));
        Assert.Equal("Clinic", screen.Field<IHtmlInputElement>("#name").Value);
        screen = await ada.PressAsync(screen, "Add hours", ("Fri", "yes"), ("From", "20:00"), ("Until", "8:00"));
        screen = await ada.PressAsync(screen, "Add the role");
        Assert.Equal(422, ada.Status);
        Assert.Contains("Coverage: Write a time as HH:mm; 24:00", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("8:00", screen.Field<IHtmlInputElement>("#to-0").Value);

        screen = await ada.PressAsync(screen, "Add the role", ("Until", "08:00"), ("People of tier 1", "two"));
        Assert.Contains("Coverage: From 1 to 100", screen.Words(), StringComparison.Ordinal);
        await ada.PressAsync(screen, "Add the role", ("People of tier 1", "1"));

        Assert.Equal("""{"hours":[{"days":["fri"],"from":"20:00","to":"08:00"}],"people":1}""", (await ward.GetAsync("/api/v1/roles/clinic")).GetProperty("coverage").GetRawText());
    }

    [Fact]
    public async Task A_name_that_another_role_has_is_refused_in_place_and_a_new_role_takes_nobodys_place()
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/role?role=surgery"), "Save", ("Further names", "CARDIOLOGY - duty  physician"));
        Assert.Equal(409, ada.Status);
        Assert.Contains("already means " + Ward.Role, screen.Words(), StringComparison.Ordinal);
        screen = await ada.PressAsync(await ada.OpenAsync("/admin/role"), "Add the role", ("Its code", "surgery"), ("Name", "Other"));
        Assert.Contains("Its code: There is one already.", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("Surgery", (await ward.GetAsync("/api/v1/roles/surgery")).Text("name"));
    }
}
