using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Notifications;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Application.Tests.Notifications;

/// <summary>What came of attempts is written side by side.</summary>
public sealed class ResultsTests
{
    [Fact(Timeout = 60_000)]
    public async Task A_failure_whose_page_another_transaction_holds_keeps_nothing_else_from_being_written()
    {
        await using var house = await House.OpenAsync();
        var (held, _) = await house.PageAsync();
        var (others, gate) = (new List<PageId>(), new TaskCompletionSource());
        for (var page = 0; page < 4; page++)
        {
            others.Add((await house.PageAsync()).Id);
        }

        house.Sms.Answer = (sent, _) => Task.FromResult(
            sent.Page == held ? new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "Refused.") : new DeliveryAnswer(DeliveryStatus.Accepted, $"{sent.Page}", "Taken."));
        var outbox = OutboxSpy.Over(house.Get<INotificationStore>());
        outbox.BeforeRecord = result => result.Notification.Page == held ? gate.Task : Task.CompletedTask;
        await using var node = house.OtherNode(services => services.AddSingleton(outbox.Store));
        var sender = node.GetRequiredService<SendNotifications>();
        var claimed = await sender.ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None);
        Assert.Equal(5, claimed.Count);

        var sending = claimed.ToDictionary(c => c.Page, c => sender.SendAsync(c, CancellationToken.None));
        await Task.WhenAll(others.Select(page => sending[page]));

        Assert.False(sending[held].IsCompleted);
        foreach (var page in others)
        {
            Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Accepted && e.Channel == ContactMethodKind.Sms);
        }

        gate.SetResult();
        await sending[held];
        Assert.Contains(await house.TrailAsync(held), e => e.Kind == PageEventKind.Failed && e.Channel == ContactMethodKind.Sms);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_not_wanted_any_more_is_taken_back_while_others_are_sent()
    {
        await using var house = await House.OpenAsync();
        var ((taken, _), (open, _)) = (await house.PageAsync(), await house.PageAsync());
        var outbox = OutboxSpy.Over(house.Get<INotificationStore>());
        await using var node = house.OtherNode(services => services.AddSingleton(outbox.Store));
        var sender = node.GetRequiredService<SendNotifications>();
        var claimed = await sender.ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None);
        await AcknowledgeAsync(house, taken);

        await Task.WhenAll(claimed.Select(c => sender.SendAsync(c, CancellationToken.None)));

        Assert.Equal([open], house.Sms.Sent.Select(s => s.Page));
        Assert.Equal(1, outbox.Calls(nameof(INotificationStore.WithdrawAsync)));
        house.Time.Advance(NodaTime.Duration.FromSeconds(10));
        Assert.DoesNotContain(await sender.ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None), c => c.Page == taken);
    }

    private static Task AcknowledgeAsync(House house, PageId page) => house.Get<Application.Paging.AcknowledgePage>()
        .RunAsync(Testing.Hospitals.TestHospital.CallerOf(house.Anna), page, new Application.Paging.AcknowledgeRequest(), CancellationToken.None);
}
