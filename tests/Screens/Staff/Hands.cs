using Microsoft.Playwright;

namespace OnCall.Screens.Tests.Staff;

/// <summary>What people do with a telephone.</summary>
internal static class Hands
{
    internal static async Task SignInAsync(this IPage window, string key, bool own)
    {
        await window.GotoAsync("/sign-in");
        await window.Locator("details summary").ClickAsync();
        await window.Locator("#key").FillAsync(key);
        await window.Locator("#own").SetCheckedAsync(own);
        await window.Locator("details button").ClickAsync();
        await Assertions.Expect(window.Locator("#asking-list")).ToBeVisibleAsync();
    }

    internal static ILocator Button(this IPage window, string name) => window.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
