using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Twilio;

/// <summary>The table of docs/channels.md, line by line.</summary>
public sealed class TwilioSignalTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<int, int, DeliveryStatus> OfTheNumber => new()
    {
        { 400, 21211, DeliveryStatus.FailedForGood },
        { 400, 21214, DeliveryStatus.FailedForGood },
        { 400, 21215, DeliveryStatus.FailedForGood },
        { 400, 21216, DeliveryStatus.FailedForGood },
        { 400, 21217, DeliveryStatus.FailedForGood },
        { 400, 21219, DeliveryStatus.FailedForGood },
        { 400, 21408, DeliveryStatus.FailedForGood },
        { 400, 21608, DeliveryStatus.FailedForGood },
        { 400, 21610, DeliveryStatus.FailedForGood },
        { 400, 21612, DeliveryStatus.FailedForGood },
        { 400, 21614, DeliveryStatus.FailedForGood },
        { 400, 21635, DeliveryStatus.FailedForGood },
        { 400, 30003, DeliveryStatus.FailedForNow },
        { 400, 30004, DeliveryStatus.FailedForNow },
        { 400, 30005, DeliveryStatus.FailedForGood },
        { 400, 30006, DeliveryStatus.FailedForGood },
        { 400, 30007, DeliveryStatus.FailedForNow },
        { 400, 30008, DeliveryStatus.FailedForNow },
        { 400, 30036, DeliveryStatus.FailedForNow },
        { 400, 99999, DeliveryStatus.FailedForGood },
    };

    public static TheoryData<int, int> OfTheProvider => new()
    {
        { 400, 10004 }, { 400, 14107 }, { 400, 21205 }, { 400, 21210 }, { 400, 21212 }, { 400, 21213 }, { 400, 21603 }, { 400, 21606 }, { 400, 21609 },
        { 400, 21611 }, { 400, 21659 }, { 400, 21703 }, { 400, 30001 }, { 400, 30002 }, { 400, 30022 }, { 401, 20003 }, { 401, 0 }, { 403, 20005 }, { 403, 20003 },
        { 404, 20404 }, { 405, 20004 }, { 429, 20429 }, { 500, 20500 }, { 502, 0 }, { 503, 0 }, { 302, 0 },
    };

    [Theory]
    [MemberData(nameof(OfTheNumber))]
    public async Task A_number_at_fault_says_nothing_of_the_provider(int http, int code, DeliveryStatus expected)
    {
        var answer = await SendAsync(StubTwilio.Error(http, code));

        Assert.Equal((expected, false), (answer.Status, answer.ProviderFault));
        Assert.Equal(code == 21610, answer.OptedOut);
        Assert.False(answer.AddressIsDead);
        Assert.Contains($"{code}", answer.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Notifications.Number, answer.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OfTheProvider))]
    public async Task A_provider_at_fault_may_be_well_on_another_try_and_the_number_is_not_to_blame(int http, int code)
    {
        var answer = await SendAsync(StubTwilio.Error(http, code));

        Assert.Equal((DeliveryStatus.FailedForNow, true), (answer.Status, answer.ProviderFault));
        Assert.Contains($"{code}", answer.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Notifications.Number, answer.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("0", 0)]
    [InlineData("99999999", 3600)]
    [InlineData("Sun, 25 Oct 2020 00:30:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Too_many_requests_says_how_long_to_wait(string? header, int? seconds)
    {
        var busy = (StubAnswer.Reply)StubTwilio.Error(429, 20429);

        var answer = await SendAsync(busy with { RetryAfter = header });

        Assert.Equal(seconds, answer.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("30005", false)]
    [InlineData("21610", true)]
    public async Task A_refusal_that_comes_as_a_message_is_one(string code, bool optedOut)
    {
        var answer = await SendAsync(new StubAnswer.Reply(201, $$"""{"sid":"SM1","status":"failed","error_code":{{code}}}"""));

        Assert.Equal((DeliveryStatus.FailedForGood, "SM1", optedOut), (answer.Status, answer.ProviderId, answer.OptedOut));
    }

    private static async Task<DeliveryAnswer> SendAsync(StubAnswer trouble)
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl));
        twilio.Next(trouble);
        return await host.Channel(ContactMethodKind.Sms).SendAsync(Notifications.To(Notifications.Number), Test);
    }
}
