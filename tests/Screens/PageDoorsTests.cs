using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;

namespace OnCall.Screens.Tests;

/// <summary>Two doors to a page that is not one's own inbox: the glass that is broken, and the link of a message.</summary>
public sealed class PageDoorsTests(Chromium chromium)
{
    [Fact]
    public async Task A_nurse_breaks_the_glass_and_reads_the_page()
    {
        await using var host = await ApiHost.StartAsync();
        var page = await PagedAsync(host);
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Nina Nurse"}""");
        var key = (await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N001"}""")).ReadAsync()).Text("key")!;
        var window = await chromium.OpenAsync(host.Address, width: 390);
        await window.GotoAsync("/pages/" + page);
        await window.GetByText("Sign in with a key").ClickAsync();
        await window.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
        await window.GetByRole(AriaRole.Button, new() { Name = "Sign in with the key" }).ClickAsync();

        await window.GetByRole(AriaRole.Link, new() { Name = "Break the glass…" }).ClickAsync();
        await window.GetByLabel("I treat the patient, or am about to").CheckAsync();
        await window.GetByLabel("In your own words").FillAsync("She is with us now; I need what was paged.");
        await window.KeepAsync("break-glass");
        await window.GetByRole(AriaRole.Button, new() { Name = "Read it for an hour" }).ClickAsync();

        await Assertions.Expect(window.GetByText("Chest pain")).ToBeVisibleAsync();
        await window.KeepAsync("read-by-break-glass");
    }

    [Fact]
    public async Task A_responder_takes_the_page_by_the_link_of_a_text_message_with_one_thumb()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OnCall:PublicUrl"] = "https://oncall.hospital.example",
            ["OnCall:AcknowledgeLinks"] = "true",
            ["OnCall:Channels:Twilio:BaseUrl"] = twilio.BaseUrl,
            ["OnCall:Channels:Twilio:AccountSid"] = "ACtest",
            ["OnCall:Channels:Twilio:AuthToken"] = "token",
            ["OnCall:Channels:Twilio:From"] = "+15550000",
        });
        await host.Admin.PutAsync("/api/v1/people/N1", """{"name":"Ada Okafor","permissions":[{"permission":"dispatcher"}],"contactMethods":[{"kind":"sms","address":"+447700900001","verified":true}]}""");
        await PagedAsync(host);
        var sender = host.Services.GetRequiredService<SendNotifications>();
        foreach (var claimed in await sender.ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None))
        {
            await sender.SendAsync(claimed, CancellationToken.None);
        }

        var text = Assert.Single(twilio.Messages).Form["Body"];
        var window = await chromium.OpenAsync(host.Address, width: 390);
        await window.GotoAsync(new Uri(text[text.IndexOf("https://", StringComparison.Ordinal)..]).AbsolutePath);
        await window.KeepAsync("link");
        await window.GetByRole(AriaRole.Button, new() { Name = "I take it" }).ClickAsync();

        await Assertions.Expect(window.GetByRole(AriaRole.Status)).ToHaveTextAsync("You have it.");
        await window.KeepAsync("taken-by-link");
    }

    // Nobody is on: whoever stands at the desk is asked.
    private static async Task<string> PagedAsync(ApiHost host)
    {
        await host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Cardiology – duty physician"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages")
        {
            Content = JsonRequests.Body("""{"role":"ward","urgency":"urgent","subject":"Chest pain","body":"68 y, ST elevation","callback":"555 0199"}"""),
        };
        request.Headers.Add("Idempotency-Key", "the-only-one");
        return (await (await host.Admin.SendAsync(request, TestContext.Current.CancellationToken)).ReadAsync()).Text("id")!;
    }
}
