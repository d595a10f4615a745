using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OnCall.Screens.Tests.Staff;

/// <summary>The inbox opens on bad Wi-Fi: what a telephone that has never been here must load before it can show and answer a page.</summary>
public sealed class WeightTests(Chromium chromium)
{
    private const int Most = 100_000;

    [Theory]
    [InlineData("en-GB")]
    [InlineData("ja")]
    public async Task A_first_look_at_the_inbox_takes_less_than_a_hundred_kilobytes(string language)
    {
        await using var floor = await Floor.OpenAsync(chromium);
        foreach (var key in new[] { "first", "second", "third" })
        {
            await floor.PageAsync(key);
        }

        var known = await floor.SignInAsync("A1");
        await using var fresh = await known.Context.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = new Uri(known.Url).GetLeftPart(UriPartial.Authority),
            StorageState = await known.Context.StorageStateAsync(),
            ServiceWorkers = ServiceWorkerPolicy.Block,
            ViewportSize = new ViewportSize { Width = 390, Height = 900 },
            Locale = language,
        });
        var window = await fresh.NewPageAsync();
        var loaded = new ConcurrentQueue<IRequest>();
        window.RequestFinished += (_, request) => loaded.Enqueue(request);
        await window.GotoAsync("/");
        await Assertions.Expect(window.Locator("article.ask")).ToHaveCountAsync(3);

        var sum = 0;
        foreach (var request in loaded)
        {
            var sizes = await request.SizesAsync();
            Pictures.Weigh($"inbox-{language}", new Uri(request.Url).AbsolutePath, sizes.ResponseHeadersSize + sizes.ResponseBodySize);
            sum += sizes.ResponseHeadersSize + sizes.ResponseBodySize;
        }

        Assert.Contains(loaded, r => r.ResourceType == "stylesheet");
        Assert.Contains(loaded, r => r.ResourceType == "script");
        Assert.InRange(sum, 5_000, Most);
    }
}
