using NodaTime;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Webhooks;

/// <summary>The provider cannot reach the hospital: the engine asks.</summary>
public sealed class ClosedNetworkTests
{
    [Fact(Timeout = 120_000)]
    public async Task The_engine_asks_how_a_call_ended_and_goes_on_when_nobody_answered()
    {
        await using var house = await CallingHouse.OpenAsync(closed: true, engine: true);
        house.Twilio.Becomes(StubTwilio.CallSid(1), "no-answer");
        var page = await house.SendAsync();
        await house.Twilio.Requests.WaitAsync(1, r => r.Path.EndsWith("/Calls.json", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await house.EventAsync(page, "accepted");

        house.Host.Clock.Advance(Duration.FromSeconds(2));

        await house.EventAsync(page, "failed");
        Assert.Single(house.Twilio.Polls);
        var message = (await house.Twilio.Requests.WaitAsync(1, r => r.Path.EndsWith("/Messages.json", StringComparison.Ordinal), TestContext.Current.CancellationToken))[0];
        Assert.Equal("+15557002", message.Form["To"]);
        Assert.Equal("open", (await house.ReadAsync(page)).Text("state"));
    }
}
