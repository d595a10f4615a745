using Microsoft.Playwright;
using OnCall.Screens.Tests.Staff;
using OnCall.Testing.Hosting;

namespace OnCall.Screens.Tests.Dispatch;

/// <summary>The switchboard of the small hospital, with Dora at it.</summary>
internal sealed class SwitchRoom : IAsyncDisposable
{
    private readonly Chromium _chromium;
    private readonly string _key;
    private readonly List<IPage> _windows = [];

    private SwitchRoom(Chromium chromium, Floor floor, string key) => (_chromium, Floor, _key) = (chromium, floor, key);

    internal Floor Floor { get; }

    internal static async Task<SwitchRoom> OpenAsync(Chromium chromium)
    {
        var floor = await Floor.OpenAsync(chromium);
        await floor.Host.Admin.PutAsync("/api/v1/people/D1", """{"name":"Dora Dispatcher","permissions":[{"permission":"dispatcher"}]}""");
        var key = (await (await floor.Host.Admin.PostAsync("/api/v1/keys", """{"person":"D1"}""")).ReadAsync()).Text("key")!;
        return new SwitchRoom(chromium, floor, key);
    }

    /// <summary>A screen of the desk that shows this.</summary>
    internal async Task<IPage> OpenAsync(string address, int width = 1440, bool dark = false)
    {
        var window = await _chromium.OpenAsync(Floor.Host.Address, width, dark: dark, worker: false);
        _windows.Add(window);
        await window.SignInAsync(_key, own: true);
        await window.GotoAsync(address);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.CloseAsync(_windows);
        await Floor.DisposeAsync();
    }
}
