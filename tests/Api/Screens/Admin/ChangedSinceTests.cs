using AngleSharp.Html.Dom;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Screens.Admin;

/// <summary>A form that has stood open for a while writes over nothing that somebody else has changed since.</summary>
public sealed class ChangedSinceTests
{
    [Fact]
    public async Task A_number_taken_away_and_a_permission_do_not_come_back_with_an_old_form()
    {
        await using var ward = await Ward.OpenAsync();
        await PutAsync(ward, "sms", "dispatcher");
        var ada = await ward.SignInAsync("admin");
        var old = await ada.OpenAsync("/admin/person?person=baum");
        await PutAsync(ward, "mail", "staff");
        var now = (await ward.GetAsync("/api/v1/people/baum")).GetRawText();

        var screen = await ada.PressAsync(old, "Save", ("Name", "Dr B. Baum"));
        Assert.Equal(409, ada.Status);
        Assert.Contains("Somebody else has changed it since you opened it", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("Dr B. Baum", screen.Field<IHtmlInputElement>("#name").Value);
        Assert.Equal(now, (await ward.GetAsync("/api/v1/people/baum")).GetRawText());
        await ada.PressAsync(screen, "Save");
        Assert.Equal(409, ada.Status);

        screen = await ada.PressAsync(await ada.OpenAsync("/admin/person?person=baum"), "Save", ("Name", "Dr B. Baum"));
        Assert.Contains("Dr B. Baum is saved.", screen.Words(), StringComparison.Ordinal);
        screen = await ada.PressAsync(screen, "Save", ("Name", "Dr Baum"));
        Assert.Contains("Dr Baum is saved.", screen.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/units?unit=heart", "org-units/heart")]
    [InlineData("/admin/role?role=surgery", "roles/surgery")]
    [InlineData("/admin/policy?policy=night", "policies/night")]
    public async Task Units_roles_and_policies_are_kept_alike(string form, string path)
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/org-units/heart", new { name = "Heart" });
        await ward.PutAsync("/api/v1/roles/surgery", new { name = "Surgery", orgUnit = "heart", aliases = new[] { "Theatre", "OP" } });
        object[] steps = [new { targets = new[] { new { type = "desk" } }, waitSeconds = 60 }];
        await ward.PutAsync("/api/v1/policies/night", new { name = "Night", steps });
        var ada = await ward.SignInAsync("admin");
        var old = await ada.OpenAsync(form);
        var changed = await ada.PressAsync(await ada.OpenAsync(form), "Save", ("Name", "Changed"));
        Assert.Equal(200, ada.Status);

        await ada.PressAsync(old, "Save", ("Name", "Old"));
        Assert.Equal(409, ada.Status);
        Assert.Equal("Changed", (await ward.GetAsync("/api/v1/" + path)).Text("name"));
        await ada.PressAsync(changed, "Save", ("Name", "Changed again"));
        Assert.Equal("Changed again", (await ward.GetAsync("/api/v1/" + path)).Text("name"));
    }

    [Fact]
    public async Task A_rule_of_the_second_factor_is_not_taken_away_by_an_old_form()
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");
        var old = await ada.OpenAsync("/admin/settings");
        await ada.PressAsync(await ada.OpenAsync("/admin/settings"), "Save", ("Administrator", "yes"));

        var screen = await ada.PressAsync(old, "Save");
        Assert.Equal(409, ada.Status);
        Assert.Contains("Somebody else has changed it since you opened it", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("admin", (await ward.GetAsync("/api/v1/second-factor-rules")).GetProperty("permissions")[0].GetString());
    }

    private static Task PutAsync(Ward ward, string kind, string permission) => ward.PutAsync("/api/v1/people/baum", new
    {
        name = "Dr Baum",
        contactMethods = new[] { new { kind, address = kind == "sms" ? "+15550123" : "baum@example.org", verified = true } },
        permissions = new[] { new { permission = "staff" }, new { permission } }.DistinctBy(p => p.permission),
    });
}
