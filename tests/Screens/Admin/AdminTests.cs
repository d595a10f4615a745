using Microsoft.Playwright;
using OnCall.Screens.Tests.Staff;
using OnCall.Testing.Hosting;

namespace OnCall.Screens.Tests.Admin;

/// <summary>An administrator sets the hospital up.</summary>
public sealed class AdminTests(Chromium chromium)
{
    [Theory]
    [InlineData(1100, false)]
    [InlineData(390, true)]
    public async Task A_unit_and_a_role_with_hours_are_made(int width, bool dark)
    {
        await using var floor = await FloorAsync();
        var ada = await floor.SignInAsync("X1", width, dark: dark);
        await ada.GotoAsync("/admin/units?unit=heart");
        await ada.KeepAsync($"admin-units-{width}");
        await ada.GotoAsync("/admin/role?unit=heart");
        await ada.Locator("#code").FillAsync("heart/clinic");
        await ada.Locator("#name").FillAsync("Heart clinic");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Add hours" }).ClickAsync();
        await ada.GetByLabel("Mon", new() { Exact = true }).CheckAsync();
        await ada.Locator("#from-0").FillAsync("8:00");
        await ada.Locator("#to-0").FillAsync("17:00");
        await ada.Locator("#to-0").PressAsync("Enter");
        await Assertions.Expect(ada.Locator("div.alert")).ToContainTextAsync("Write a time as HH:mm.");
        await ada.KeepAsync($"admin-role-refused-{width}");
        await ada.Locator("#from-0").FillAsync("08:00");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Add the role" }).ClickAsync();
        await Assertions.Expect(ada.Locator(".note[role=status]")).ToContainTextAsync("Heart clinic is saved.");
        await ada.GotoAsync("/admin/roles");
        await ada.KeepAsync($"admin-roles-{width}");
    }

    [Theory]
    [InlineData(1100, true)]
    [InlineData(390, false)]
    public async Task A_policy_is_tried_out_before_it_is_saved(int width, bool dark)
    {
        await using var floor = await FloorAsync();
        var ada = await floor.SignInAsync("X1", width, dark: dark);
        await ada.GotoAsync("/admin/policy");
        await ada.Locator("#code").FillAsync("night");
        await ada.Locator("#name").FillAsync("Night");
        await ada.Locator("#dry-role").FillAsync("Cardio");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Show what would happen" }).ClickAsync();
        await Assertions.Expect(ada.Locator(".dry-run li").Nth(1)).ToContainTextAsync("Dr Adler by SMS");
        await ada.KeepAsync($"admin-dry-run-{width}");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Step 2 earlier" }).ClickAsync();
        await Assertions.Expect(ada.Locator("#target-0-0")).ToHaveValueAsync("tier2");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Add the policy" }).ClickAsync();
        await Assertions.Expect(ada.Locator(".note[role=status]")).ToContainTextAsync("Night is saved.");
        await ada.GotoAsync("/admin/policies");
        await ada.KeepAsync($"admin-policies-{width}");
    }

    [Theory]
    [InlineData(1100, false)]
    [InlineData(390, true)]
    public async Task Somebody_new_is_added_and_invited(int width, bool dark)
    {
        await using var floor = await FloorAsync();
        var ada = await floor.SignInAsync("X1", width, dark: dark);
        await ada.GotoAsync("/admin/people?find=dr");
        await ada.KeepAsync($"admin-people-{width}");
        await ada.GotoAsync("/admin/person?unit=heart");
        await ada.Locator("#number").FillAsync("N77");
        await ada.Locator("#name").FillAsync("Mia New");
        await ada.Locator("#address-0").FillAsync("+447700900077");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Add the person" }).ClickAsync();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        await Assertions.Expect(ada.Locator(".link code")).ToContainTextAsync("/welcome/");
        await ada.KeepAsync($"admin-invited-{width}");
        await ada.GotoAsync("/admin/channels");
        await ada.KeepAsync($"admin-channels-{width}");
        await ada.GotoAsync("/admin/settings");
        await ada.KeepAsync($"admin-settings-{width}");
    }

    private async Task<Floor> FloorAsync()
    {
        var floor = await Floor.OpenAsync(chromium);
        await floor.PersonAsync("X1", "Ada Administrator", "+447700900009", "admin");
        await floor.Host.Admin.PutAsync("/api/v1/org-units/north", """{"name":"North site","timeZone":"Europe/London"}""");
        await floor.Host.Admin.PutAsync("/api/v1/org-units/medicine", """{"name":"Internal medicine","parent":"north"}""");
        await floor.Host.Admin.PutAsync("/api/v1/org-units/heart", """{"name":"Heart","parent":"medicine"}""");
        await floor.Host.Admin.PutAsync("/api/v1/roles/heart/ward", """{"name":"Heart ward – nurse in charge","orgUnit":"heart","aliases":["Ward 4","4B"],"fallbackRole":"cardiology/duty-physician"}""");
        return floor;
    }
}
