using Microsoft.Playwright;

namespace OnCall.Screens.Tests;

/// <summary>Keeps pictures of screens in the folder that <c>ONCALL_SCREENSHOTS</c> names, for people to look at; without it none are made.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ONCALL_SCREENSHOTS");

    internal static async Task KeepAsync(this IPage window, string name)
    {
        if (!string.IsNullOrEmpty(Folder))
        {
            await window.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
        }
    }
}
