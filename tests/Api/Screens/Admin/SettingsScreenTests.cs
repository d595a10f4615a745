using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using Xunit;

namespace OnCall.Api.Tests.Screens.Admin;

/// <summary>Channels and settings, with JavaScript off.</summary>
public sealed class SettingsScreenTests
{
    [Fact]
    public async Task Each_channel_says_whether_it_is_set_up_and_how_it_last_fared_in_words()
    {
        await using var ward = await Ward.OpenAsync();
        var ada = await ward.SignInAsync("admin");
        var screen = await ada.OpenAsync("/admin/channels");
        Assert.Contains("SMS Set up None yet none 0 Send a test to me", screen.Words(), StringComparison.Ordinal);
        Assert.Contains("Mail Not set up", screen.Words(), StringComparison.Ordinal);

        // Nobody listens where the provider should.
        screen = await ada.PressAsync(screen, "Send a test to me (SMS)");
        Assert.Contains("Test sent:", screen.Words(), StringComparison.Ordinal);

        var record = ward.Services.GetRequiredService<ChannelRecords>().Of(ContactMethodKind.Voice);
        record.Note(new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "The provider is busy.") { ProviderFault = true }, ward.Clock.Now);
        record.Note(new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "The provider is still busy.") { ProviderFault = true }, ward.Clock.Now);
        Assert.Contains("Voice call Fails: 2 in a row None yet 23 Nov 09:00:00 UTC The provider is still busy.", (await ada.OpenAsync("/admin/channels")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_the_second_factor_are_ticked_and_kept_and_no_secret_is_shown()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/org-units/heart", new { name = "Heart" });
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/settings"), "Save", ("Administrator", "yes"), ("Heart", "yes"));
        Assert.Contains("It counts from each one's next sign-in on.", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("""{"permissions":["admin"],"orgUnits":["heart"]}""", (await ward.GetAsync("/api/v1/second-factor-rules")).GetRawText());
        Assert.Equal(2, (await ada.OpenAsync("/admin/settings")).QuerySelectorAll("main input[type=checkbox][checked]").Length);
        Assert.Contains("Address from outside https://oncall.example.org", screen.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("screens-token-0000", screen.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("screens-bootstrap-key", screen.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_ended_and_no_longer_let_in()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PostAsAsync("nurse", "/api/v1/me/devices", new { name = "Phone", token = "a-token-of-this-phone" });
        var ada = await ward.SignInAsync("admin");

        var screen = await ada.PressAsync(await ada.OpenAsync("/admin/settings"), "End it (nurse)");
        Assert.Contains("The key is ended", screen.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("End it (nurse)", screen.Words(), StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => ward.PostAsAsync("nurse", "/api/v1/me/devices", new { name = "Tablet", token = "a-token-of-a-tablet" }));
    }

    [Fact]
    public async Task Who_administers_a_unit_is_shown_no_rules_and_may_save_none()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/org-units/heart", new { name = "Heart" });
        var ada = await ward.SignInAsync("admin");
        var form = await ada.OpenAsync("/admin/settings");
        await ward.PutAsync("/api/v1/people/nurse", new { name = "Nina Nurse", orgUnit = "heart", permissions = new[] { new { permission = "admin", orgUnit = "heart" } } });
        var nina = await ward.SignInAsync("nurse");

        Assert.Equal(["End it (nurse)"], (await nina.OpenAsync("/admin/settings")).QuerySelectorAll("main button").Select(b => b.TextContent));
        Assert.NotEmpty(form.QuerySelectorAll("main button"));
    }
}
