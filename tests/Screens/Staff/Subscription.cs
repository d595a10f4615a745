using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Providers;

namespace OnCall.Screens.Tests.Staff;

/// <summary>A browser's subscription, and what is sent to it.</summary>
internal static class Subscription
{
    /// <summary>What a browser does that can reach its push service.</summary>
    internal static string Stub(StubPushService service, StubBrowser browser, string path) => $$$"""
        {
          const memory = globalThis.localStorage;
          let here = false;
          const subscription = {
            endpoint: "{{{service.BaseUrl}}}/{{{path}}}",
            toJSON: () => ({ endpoint: "{{{service.BaseUrl}}}/{{{path}}}", expirationTime: null, keys: { p256dh: "{{{browser.P256dh}}}", auth: "{{{browser.Auth}}}" } }),
            unsubscribe: async () => { memory?.removeItem("subscribed"); return true; },
          };
          PushManager.prototype.getSubscription = async () => memory?.getItem("subscribed") || here ? subscription : null;
          PushManager.prototype.subscribe = async () => { memory?.setItem("subscribed", "yes"); here = true; return subscription; };
        }
        """;

    /// <summary>What is due by push goes out, as the lanes of a program that runs its jobs would have it.</summary>
    internal static async Task SendAsync(Floor floor)
    {
        var sender = floor.Host.Services.GetRequiredService<SendNotifications>();
        foreach (var claimed in await sender.ClaimAsync(ContactMethodKind.Push, Urgency.Routine, 100, TestContext.Current.CancellationToken))
        {
            await sender.SendAsync(claimed, TestContext.Current.CancellationToken);
        }
    }
}
