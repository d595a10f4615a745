using AngleSharp.Html.Dom;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Screens.Admin;

/// <summary>People by forms, with JavaScript off.</summary>
public sealed class PeopleScreenTests
{
    [Fact]
    public async Task People_are_found_by_part_of_a_name_or_a_number()
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");

        Assert.Equal(["Dr Adler"], (await ada.OpenAsync("/admin/people?find=ADLER")).QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal(["Nina Nurse"], (await ada.OpenAsync("/admin/people?find=nurs")).QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Contains("7 people", (await ada.OpenAsync("/admin/people")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_new_is_added_invited_and_signs_in_by_the_link()
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/person"), "Add the person", ("Employee number", "N77"), ("Name", "Mia New"), ("Number or address", "+15550177"));
        Assert.Contains("Mia New is saved.", screen.Words(), StringComparison.Ordinal);
        screen = await ada.PressAsync(screen, "Make an invitation");
        var link = screen.QuerySelector(".link code")!.TextContent;
        Assert.StartsWith("https://oncall.example.org/welcome/", link, StringComparison.Ordinal);
        Assert.DoesNotContain("/welcome/", (await ada.OpenAsync("/admin/person?person=N77")).Words(), StringComparison.Ordinal);

        var mia = await ward.Browser().OpenAsync(new Uri(link).AbsolutePath);
        Assert.Contains("Mia New", mia.Words(), StringComparison.Ordinal);
        var person = await ward.GetAsync("/api/v1/people/N77");
        Assert.Equal("""[{"permission":"staff","orgUnit":null}]""", person.GetProperty("permissions").GetRawText());
        Assert.Equal("""[{"kind":"sms","address":"+15550177","verified":false}]""", person.GetProperty("contactMethods").GetRawText());
    }

    [Fact]
    public async Task What_the_form_does_not_show_is_kept_and_what_is_wrong_is_named_with_what_was_typed()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/people/baum", new
        {
            name = "Dr Baum",
            language = "nl",
            position = "consultant",
            rank = 4,
            contactMethods = new[] { new { kind = "sms", address = "+15550123", verified = true }, new { kind = "snpp", address = "4711", verified = false } },
            preferences = new[] { new { urgency = "urgent", kind = "sms", afterSeconds = 20 } },
        });
        var before = (await ward.GetAsync("/api/v1/people/baum")).GetRawText();
        var ada = await ward.SignInAsync("admin");

        await ada.PressAsync(await ada.OpenAsync("/admin/person?person=baum"), "Save");
        Assert.Equal(before, (await ward.GetAsync("/api/v1/people/baum")).GetRawText());

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/person?person=baum"), "Save", ("Number or address", "nonsense"), ("Rank", "high"));
        Assert.Equal(422, ada.Status);
        Assert.Contains("Contact methods: Write the number in E.164 form", screen.Words(), StringComparison.Ordinal);
        Assert.Contains("Rank: A rank is 1 to 99", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("nonsense", screen.Field<IHtmlInputElement>("#address-0").Value);
        Assert.Equal(before, (await ward.GetAsync("/api/v1/people/baum")).GetRawText());
    }

    [Fact]
    public async Task Devices_take_no_place_from_the_twenty_addresses_of_a_person()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PostAsAsync("nurse", "/api/v1/me/devices", new { name = "Phone", token = "a-token-of-this-phone" });
        await ward.PutAsync("/api/v1/people/nurse", new
        {
            name = "Nina Nurse",
            contactMethods = Enumerable.Range(10, 20).Select(i => new { kind = "sms", address = $"+155502{i}", verified = false }),
        });
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/person?person=nurse"), "Save", ("Name", "Nina N. Nurse"));
        Assert.Contains("Nina N. Nurse is saved.", screen.Words(), StringComparison.Ordinal);
        Assert.Equal(21, (await ward.GetAsync("/api/v1/people/nurse")).GetProperty("contactMethods").GetArrayLength());
        screen.Field<IHtmlInputElement>("#address-21").Value = "+15550299";
        await ada.PressAsync(screen, "Save");
        Assert.Equal(422, ada.Status);
    }

    [Fact]
    public async Task A_person_is_signed_out_everywhere_and_the_last_administrator_stays_one()
    {
        await using var ward = await Ward.OpenAsync();
        var nina = await ward.SignInAsync("nurse");
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/person?person=nurse"), "Sign them out everywhere");
        Assert.Contains("Signed out everywhere: sessions ended 1, keys 1, devices taken away 0.", screen.Words(), StringComparison.Ordinal);
        await nina.OpenAsync("/");
        Assert.StartsWith("/sign-in", nina.Path, StringComparison.Ordinal);

        var form = await ada.OpenAsync("/admin/person?person=admin");
        form.Field<IHtmlSelectElement>("#grant-0").Value = "staff";
        screen = await ada.PressAsync(form, "Save");
        Assert.Equal(409, ada.Status);
        Assert.Contains("Nobody would be left to administer", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("staff", screen.Field<IHtmlSelectElement>("#grant-0").Value);
    }

    [Fact]
    public async Task A_lost_phone_is_taken_away_on_the_persons_screen()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PostAsAsync("nurse", "/api/v1/me/devices", new { name = "Nina's phone", token = "token-of-the-app" });
        var ada = await ward.SignInAsync("admin");
        var screen = await ada.OpenAsync("/admin/person?person=nurse");
        Assert.Contains("Nina's phone", screen.Words(), StringComparison.Ordinal);
        screen = await ada.PressAsync(screen, "Take it away");
        Assert.Contains("The device is taken away. No page rings there any more.", screen.Words(), StringComparison.Ordinal);
        Assert.Contains("No device rings for them.", screen.Words(), StringComparison.Ordinal);
        Assert.Empty((await ward.GetAsync("/api/v1/people/nurse/devices")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Who_administers_a_unit_sees_and_changes_its_people_alone()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/org-units/heart", new { name = "Heart" });
        await ward.PutAsync("/api/v1/people/nurse", new { name = "Nina Nurse", orgUnit = "heart", permissions = new[] { new { permission = "admin", orgUnit = "heart" } } });
        await ward.PutAsync("/api/v1/people/baum", new { name = "Dr Baum", orgUnit = "heart" });
        var nina = await ward.SignInAsync("nurse");

        Assert.Equal(["Dr Baum", "Nina Nurse"], (await nina.OpenAsync("/admin/people")).QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Empty((await nina.OpenAsync("/admin/people?find=adler")).QuerySelectorAll("tbody tr"));
        await nina.OpenAsync("/admin/person?person=adler");
        Assert.Equal(403, nina.Status);
        var form = await nina.OpenAsync("/admin/person?person=baum");
        form.Field<IHtmlSelectElement>("#grant-0").Value = "admin";
        var screen = await nina.PressAsync(form, "Save");
        Assert.Equal(403, nina.Status);
        Assert.Contains("a permission that reaches further than yours", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("staff", (await ward.GetAsync("/api/v1/people/baum")).GetProperty("permissions")[0].Text("permission"));
        foreach (var path in new[] { "/admin/people", "/admin/person", "/admin/channels", "/admin/settings" })
        {
            var sam = await ward.SignInAsync("stranger");
            await sam.OpenAsync(path);
            Assert.Equal(403, sam.Status);
        }
    }
}
