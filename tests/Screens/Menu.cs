using Microsoft.Playwright;

namespace OnCall.Screens.Tests;

/// <summary>The menu behind a person's name.</summary>
internal static class Menu
{
    internal static async Task ChooseAsync(this IPage window, string button)
    {
        await window.Locator(".menu summary").ClickAsync();
        await window.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>Somebody of that name is signed in.</summary>
    internal static Task ShowsAsync(this IPage window, string person) => Assertions.Expect(window.Locator(".menu summary")).ToContainTextAsync(person);
}
