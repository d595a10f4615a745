using AngleSharp.Html.Dom;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Screens.Dispatch;

/// <summary>Teams that one press calls, with JavaScript off.</summary>
public sealed class PresetScreenTests
{
    private const string Team = "Page 2 roles now";

    [Fact]
    public async Task A_dispatcher_sees_who_would_come_calls_the_team_and_follows_its_pages()
    {
        await using var ward = await OpenAsync();
        var dora = await ward.SignInAsync("desk1");

        var board = await dora.OpenAsync("/board");
        Assert.Contains(board.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/presets");
        var teams = await dora.OpenAsync("/presets");
        Assert.Contains("Cardiology – duty physician Dr Adler, Dr Baum", teams.Words(), StringComparison.Ordinal);
        Assert.Contains("Surgery Nobody is on now. A page goes to Cardiology – duty physician: Dr Adler, Dr Baum", teams.Words(), StringComparison.Ordinal);

        var form = await dora.OpenAsync(teams.QuerySelector("a.team")!.GetAttribute("href")!);
        var called = await dora.PressAsync(form, Team, ("Where?", "Main hall"), ("Call back on", "555 0199"));

        Assert.StartsWith("/presets/arrest?press=", dora.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(dora.Visited, v => v.Contains("hall", StringComparison.OrdinalIgnoreCase) || v.Contains("0199", StringComparison.Ordinal));
        Assert.Contains("2 of 2 roles are paged, 0 have it.", called.Words(), StringComparison.Ordinal);
        Assert.Contains("Main hall – Cardiac arrest", called.Words(), StringComparison.Ordinal);
        Assert.NotNull(called.QuerySelectorAll(".called li")[1].QuerySelector(".bad"));
        var adler = await ward.SignInAsync("adler");
        var first = called.QuerySelector(".called a")!.GetAttribute("href")!;
        await adler.PressAsync(await adler.OpenAsync(first), "On my way");
        Assert.Contains("2 of 2 roles are paged, 1 have it.", (await dora.OpenAsync(dora.Path)).Words(), StringComparison.Ordinal);
        Assert.Contains("Main hall – Cardiac arrest", (await dora.OpenAsync(first)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_twice_it_calls_once_and_changed_after_going_back_it_asks_again()
    {
        await using var ward = await OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var form = await nurse.OpenAsync("/presets/arrest");

        await nurse.PressAsync(form, Team, ("Where?", "Main hall"));
        var (where, pages) = (nurse.Path, Pages(await nurse.OpenAsync(nurse.Path)));
        await nurse.PressAsync(form, Team);
        Assert.Equal(where, nurse.Path);
        Assert.Equal(pages, Pages(await nurse.OpenAsync(nurse.Path)));

        var changed = await nurse.PressAsync(form, Team, ("Where?", "Ward 7"));
        Assert.Equal(409, nurse.Status);
        Assert.Contains("You already called this team from this form", changed.Words(), StringComparison.Ordinal);
        await nurse.PressAsync(changed, Team);
        Assert.DoesNotContain(Pages(await nurse.OpenAsync(nurse.Path))[0], pages);
    }

    [Fact]
    public async Task Without_a_place_nobody_is_called_and_what_was_typed_is_kept()
    {
        await using var ward = await OpenAsync();
        var nurse = await ward.SignInAsync("nurse");

        var refused = await nurse.PressAsync(await nurse.OpenAsync("/presets/arrest"), Team, ("Call back on", "555 0199"));

        Assert.Equal(422, nurse.Status);
        Assert.Contains("Say where: nobody can come to a place that is not named.", refused.Words(), StringComparison.Ordinal);
        Assert.Equal("555 0199", refused.Field<IHtmlInputElement>("#callback").Value);
        Assert.Empty((await ward.GetAsync("/api/v1/pages")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task An_auditor_has_no_way_to_call_a_team_and_one_that_is_not_active_has_no_button()
    {
        await using var ward = await OpenAsync();
        var auditor = await ward.SignInAsync("auditor");
        await auditor.OpenAsync("/presets");
        Assert.Equal(403, auditor.Status);

        await ward.PutAsync("/api/v1/presets/arrest", new { name = "Cardiac arrest", urgency = "code", roles = new[] { "surgery" }, active = false });
        var nurse = await ward.SignInAsync("nurse");
        Assert.Empty((await nurse.OpenAsync("/presets")).QuerySelectorAll("a.team"));
        var form = await nurse.OpenAsync("/presets/arrest");
        Assert.Empty(form.QuerySelectorAll("main button"));
        Assert.Contains("This team cannot be called", form.Words(), StringComparison.Ordinal);
        await nurse.OpenAsync("/presets/none");
        Assert.Equal(404, nurse.Status);
    }

    [Fact]
    public async Task An_administrator_makes_changes_and_removes_a_preset_and_an_old_form_writes_over_nothing()
    {
        await using var ward = await OpenAsync();
        var ada = await ward.SignInAsync("admin");

        var added = await ada.PressAsync(await ada.OpenAsync("/admin/preset"), "Add the preset", ("Its code", "trauma"), ("Name", "Trauma"), ("Roles that it pages", "Surgery\nsurgery"));
        Assert.Contains("Roles that it pages: This role is named twice", added.Words(), StringComparison.Ordinal);
        added = await ada.PressAsync(added, "Add the preset", ("Roles that it pages", $"Surgery\n{Ward.Role}"));
        Assert.Contains("Trauma is saved.", added.Words(), StringComparison.Ordinal);
        Assert.Equal(["surgery", "cardiology/duty-physician"], (await ward.GetAsync("/api/v1/presets/trauma")).GetProperty("roles").EnumerateArray().Select(r => r.Text("code")));

        var old = await ada.OpenAsync("/admin/preset?preset=trauma");
        await ada.PressAsync(await ada.OpenAsync("/admin/preset?preset=trauma"), "Save", ("Name", "Trauma, adult"));
        await ada.PressAsync(old, "Save", ("Name", "Old"));
        Assert.Equal(409, ada.Status);
        await ada.PressAsync(old, "Remove the preset");
        Assert.Equal(409, ada.Status);
        Assert.Contains("Trauma, adult", (await ada.OpenAsync("/admin/presets")).Words(), StringComparison.Ordinal);

        await ada.PressAsync(await ada.OpenAsync("/admin/preset?preset=trauma"), "Remove the preset");
        Assert.Equal("/admin/presets", ada.Path);
        Assert.DoesNotContain("Trauma", (await ada.OpenAsync("/admin/presets")).Words(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string?> Pages(IHtmlDocument called) => [.. called.QuerySelectorAll(".called a").Select(a => a.GetAttribute("href"))];

    private static async Task<Ward> OpenAsync()
    {
        var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/roles/surgery", new { name = "Surgery", fallbackRole = "cardiology/duty-physician" });
        await ward.PutAsync("/api/v1/presets/arrest", new { name = "Cardiac arrest", urgency = "code", roles = new[] { "cardiology/duty-physician", "surgery" } });
        return ward;
    }
}
