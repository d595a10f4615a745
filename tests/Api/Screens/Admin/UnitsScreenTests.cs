using AngleSharp.Html.Dom;
using Xunit;

namespace OnCall.Api.Tests.Screens.Admin;

/// <summary>The org tree by forms, with JavaScript off.</summary>
public sealed class UnitsScreenTests
{
    [Fact]
    public async Task An_administrator_adds_a_unit_renames_it_and_moves_it()
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/units"), "Add the unit", ("Its code", "north"), ("Name", "North site"), ("Time zone", "Europe/Brussels"));
        Assert.Contains("North site is saved.", screen.Words(), StringComparison.Ordinal);
        await ada.PressAsync(await ada.OpenAsync("/admin/units"), "Add the unit", ("Its code", "heart"), ("Name", "Heart"), ("Swaps", "None"));
        screen = await ada.PressAsync(await ada.OpenAsync("/admin/units?unit=heart"), "Save", ("Name", "Heart clinic"), ("Lies in", "north"));

        Assert.Equal(["depth-0 North site", "depth-1 Heart clinic", "depth-0 no unit"], Lines(screen));
        var kept = await ada.OpenAsync("/admin/units?unit=heart");
        Assert.Equal("None", kept.Field<IHtmlSelectElement>("#swaps").Value);
    }

    [Fact]
    public async Task A_refusal_stands_above_the_form_with_what_was_typed_kept()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/org-units/heart", new { name = "Heart" });
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/units"), "Add the unit", ("Its code", "heart"), ("Name", "Another"));
        Assert.Equal(422, ada.Status);
        Assert.Contains("Its code: There is one already.", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("Another", screen.Field<IHtmlInputElement>("#name").Value);

        screen = await ada.PressAsync(screen, "Add the unit", ("Its code", "lung"), ("Time zone", "Mars/North"));
        Assert.Contains("Time zone: Name a zone of the IANA database", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("Mars/North", screen.Field<IHtmlInputElement>("#zone").Value);
        Assert.Equal(["depth-0 Heart", "depth-0 no unit"], Lines(screen));
    }

    [Fact]
    public async Task Who_administers_a_unit_changes_that_alone_and_who_administers_none_sees_nothing()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/org-units/heart", new { name = "Heart" });
        await ward.PutAsync("/api/v1/org-units/lung", new { name = "Lung" });
        await ward.PutAsync("/api/v1/people/nurse", new { name = "Nina Nurse", orgUnit = "heart", permissions = new[] { new { permission = "admin", orgUnit = "heart" } } });
        await ward.PutAsync("/api/v1/people/baum", new { name = "Dr Baum", orgUnit = "lung" });
        var nina = await ward.SignInAsync("nurse");

        var screen = await nina.OpenAsync("/admin/units");
        Assert.Equal(["Heart"], screen.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal(["One person", "", ""], screen.QuerySelectorAll("tbody tr").Select(r => r.Children[4].TextContent.Trim()));
        Assert.DoesNotContain("Save", (await nina.OpenAsync("/admin/units?unit=lung")).QuerySelectorAll("main button").Select(b => b.TextContent));
        screen = await nina.PressAsync(await nina.OpenAsync("/admin/units?unit=heart"), "Save", ("Lies in", "lung"));
        Assert.Equal(403, nina.Status);

        var sam = await ward.SignInAsync("stranger");
        foreach (var path in new[] { "/admin/units", "/admin/roles", "/admin/role" })
        {
            await sam.OpenAsync(path);
            Assert.Equal(403, sam.Status);
        }

        Assert.Empty((await sam.OpenAsync("/")).QuerySelectorAll("nav a[href^='/admin']"));
    }

    private static IReadOnlyList<string> Lines(IHtmlDocument screen) =>
        [.. screen.QuerySelectorAll("tbody th").Select(t => $"{t.ClassName} {t.TextContent.Trim()}")];
}
