using Microsoft.Playwright;

namespace OnCall.Screens.Tests;

/// <summary>A phone's lock or a security key, as the browser's own WebAuthn test device (DevTools protocol, domain WebAuthn).</summary>
internal static class VirtualDevice
{
    /// <param name="window">The window that has the device.</param>
    /// <param name="verifiesPerson">Whether it asks for a fingerprint or PIN, and gets the right one.</param>
    internal static async Task AddAsync(IPage window, bool verifiesPerson = true)
    {
        var session = await window.Context.NewCDPSessionAsync(window);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = verifiesPerson, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
