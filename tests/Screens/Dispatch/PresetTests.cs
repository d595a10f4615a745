using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OnCall.Screens.Tests.Staff;
using OnCall.Testing.Hosting;

namespace OnCall.Screens.Tests.Dispatch;

/// <summary>A code team is called from the switchboard, and from a telephone.</summary>
public sealed class PresetTests(Chromium chromium)
{
    [Fact]
    public async Task A_team_is_called_with_one_press_and_its_pages_are_followed_live()
    {
        await using var room = await OpenAsync();
        var desk = await room.OpenAsync("/board");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Call a team" }).First.ClickAsync();
        await Assertions.Expect(desk.Locator("#teams")).ToContainTextAsync("Nobody is on now.");
        await desk.KeepAsync("presets-1440");

        await desk.GetByRole(AriaRole.Link, new() { Name = "Cardiac arrest, adult" }).ClickAsync();
        await Assertions.Expect(desk.Locator("#where")).ToBeFocusedAsync();
        await desk.KeepAsync("preset-1440-before");
        await desk.Locator("#where").FillAsync("ICU bed 4");
        await desk.Locator("#callback").FillAsync("555 0199");
        await desk.Button("Page 2 roles now").ClickAsync();

        await Assertions.Expect(desk.Locator("#called")).ToContainTextAsync("2 of 2 roles are paged, 0 have it.");
        await Assertions.Expect(desk.Locator("#called")).ToContainTextAsync("ICU bed 4 – Cardiac arrest, adult: Bring the trolley");
        await desk.KeepAsync("preset-1440-called");
        var page = (await desk.Locator(".called a").First.GetAttributeAsync("href"))!.Split('/')[^1];
        await room.Floor.AnswerAsync("A1", page);
        await Assertions.Expect(desk.Locator("#called")).ToContainTextAsync("2 of 2 roles are paged, 1 have it.", new() { Timeout = 15_000 });
        await Assertions.Expect(desk.Locator(".called li").First).ToContainTextAsync("Dr Adler has it");

        await desk.GoBackAsync();
        await desk.ReloadAsync();
        await desk.Locator(".called a, #where").First.WaitForAsync();
        Assert.Equal(2, (await (await room.Floor.Host.Admin.GetPathAsync("/api/v1/pages")).ReadAsync()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task On_a_telephone_without_scripts_two_presses_call_the_team_once()
    {
        await using var room = await OpenAsync();
        var phone = await room.Floor.SignInAsync("N1", script: false, dark: true);
        await phone.GotoAsync("/presets");
        await phone.KeepAsync("presets-390-dark", script: false);
        await phone.GotoAsync("/presets/cardiac-arrest");
        await phone.Locator("#where").FillAsync("Stairs B, 2nd floor");
        await phone.KeepAsync("preset-390-dark-before", script: false);
        await phone.Button("Page 2 roles now").DblClickAsync();

        await Assertions.Expect(phone.Locator("#called")).ToContainTextAsync("2 of 2 roles are paged");
        Assert.Matches(new Regex("press=[0-9a-f]{32}$", RegexOptions.None, TimeSpan.FromSeconds(1)), phone.Url);
        await phone.KeepAsync("preset-390-dark-called", script: false);
        Assert.Equal(2, (await (await room.Floor.Host.Admin.GetPathAsync("/api/v1/pages")).ReadAsync()).GetProperty("items").GetArrayLength());
    }

    private async Task<SwitchRoom> OpenAsync()
    {
        var room = await SwitchRoom.OpenAsync(chromium);
        await room.Floor.Host.Admin.PutAsync("/api/v1/roles/anaesthesia", """{"name":"Anaesthesia – duty physician","fallbackRole":"cardiology/duty-physician"}""");
        await room.Floor.Host.Admin.PutAsync(
            "/api/v1/presets/cardiac-arrest", """{"name":"Cardiac arrest, adult","urgency":"code","roles":["cardiology/duty-physician","anaesthesia"],"subject":"Bring the trolley"}""");
        return room;
    }
}
