using AngleSharp.Html.Dom;
using Xunit;

namespace OnCall.Api.Tests.Screens.Admin;

/// <summary>Policies by forms, with JavaScript off.</summary>
public sealed class PoliciesScreenTests
{
    [Fact]
    public async Task A_policy_is_put_together_step_by_step_and_saved()
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/policy"), "Add a step", ("Its code", "night"), ("Name", "Night"));
        screen = await ada.PressAsync(screen, "↑ Step 4 earlier");
        screen = await ada.PressAsync(screen, "Remove (Step 2)");
        Assert.Equal("Night", screen.Field<IHtmlInputElement>("#name").Value);
        screen.Field<IHtmlSelectElement>("#target-1-0").Value = "person";
        screen.Field<IHtmlInputElement>("#ref-1-0").Value = "baum";
        screen = await ada.PressAsync(screen, "Add the policy", ("Waits, minutes", "1"), ("and seconds", "30"), ("Minutes", "30"));
        Assert.Contains("Night is saved.", screen.Words(), StringComparison.Ordinal);

        var saved = await ward.GetAsync("/api/v1/policies/night");
        Assert.Equal(
            """[{"waitSeconds":90,"targets":[{"type":"tier","ref":null,"tier":1}],"acknowledgements":1,"repeat":0},{"waitSeconds":120,"targets":[{"type":"person","ref":"baum","tier":null}],"acknowledgements":1,"repeat":0},{"waitSeconds":300,"targets":[{"type":"desk","ref":null,"tier":null}],"acknowledgements":1,"repeat":0}]""",
            saved.GetProperty("steps").GetRawText());
        Assert.Equal(1800, saved.GetProperty("outcomeWithinSeconds").GetInt32());
        Assert.Contains("Night night 3 steps 0 roles", (await ada.OpenAsync("/admin/policies")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_step_is_named_by_its_place_with_what_was_typed_kept()
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");
        var form = await ada.OpenAsync("/admin/policy");
        form.Field<IHtmlSelectElement>("#target-1-0").Value = "role";
        form.Field<IHtmlInputElement>("#ref-1-0").Value = "dentist";
        form.Field<IHtmlInputElement>("#minutes-2").Value = "soon";

        var screen = await ada.PressAsync(form, "Add the policy", ("Its code", "night"), ("Name", "Night"));
        Assert.Equal(422, ada.Status);
        Assert.Contains("Step 3: From 5 to 86400 seconds.", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("soon", screen.Field<IHtmlInputElement>("#minutes-2").Value);
        screen.Field<IHtmlInputElement>("#minutes-2").Value = "5";
        screen = await ada.PressAsync(screen, "Add the policy");
        Assert.Contains("Step 2: There is no role with this code, name or alias.", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("dentist", screen.Field<IHtmlInputElement>("#ref-1-0").Value);
    }

    [Theory]
    [InlineData("", "N4711")]
    [InlineData("tier1", "surgery")]
    [InlineData("desk", "surgery")]
    public async Task What_is_typed_beside_a_target_that_takes_none_is_refused_and_not_dropped(string type, string typed)
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");
        var form = await ada.OpenAsync("/admin/policy");
        form.Field<IHtmlSelectElement>("#target-1-0").Value = type;
        form.Field<IHtmlInputElement>("#ref-1-0").Value = typed;

        var screen = await ada.PressAsync(form, "Add the policy", ("Its code", "night"), ("Name", "Night"));
        Assert.Equal(422, ada.Status);
        Assert.Contains("Step 2:", screen.Words(), StringComparison.Ordinal);
        Assert.Equal(typed, screen.Field<IHtmlInputElement>("#ref-1-0").Value);
    }

    [Fact]
    public async Task What_is_typed_is_played_before_it_is_saved_with_the_people_of_now()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.WithoutMethodsAsync("baum", "Dr Baum");
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/policy"), "Show what would happen", ("Role to page", Ward.Role));

        Assert.Equal(
            ["09:00:00 Step 1 of 4.", "09:00:00 Dr Adler by SMS", "09:02:00 Step 2 of 4.", "09:02:00 Dr Baum: No verified contact method on a working channel; not waited for."],
            screen.QuerySelectorAll(".dry-run li").Take(4).Select(l => l.Words()));
        Assert.Contains("Cannot be reached, and is not waited for: Dr Baum", screen.Words(), StringComparison.Ordinal);
        Assert.Contains(screen.QuerySelectorAll(".dry-run li"), l => l.Words().EndsWith("Dora Dispatcher by SMS", StringComparison.Ordinal));
        Assert.Empty((await ward.GetAsync("/api/v1/policies")).GetProperty("items").EnumerateArray());
        Assert.Empty((await ward.GetAsync("/api/v1/pages")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Who_administers_a_unit_tries_policies_out_and_saves_none()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/org-units/heart", new { name = "Heart" });
        await ward.PutAsync("/api/v1/people/nurse", new { name = "Nina Nurse", orgUnit = "heart", permissions = new[] { new { permission = "admin", orgUnit = "heart" } } });
        var nina = await ward.SignInAsync("nurse");

        var form = await nina.OpenAsync("/admin/policy");
        Assert.DoesNotContain("Add the policy", form.QuerySelectorAll("main button").Select(b => b.TextContent));
        Assert.Contains("Dr Adler by SMS", (await nina.PressAsync(form, "Show what would happen", ("Role to page", Ward.Role))).Words(), StringComparison.Ordinal);
        var sam = await ward.SignInAsync("stranger");
        await sam.OpenAsync("/admin/policy");
        Assert.Equal(403, sam.Status);
    }
}
