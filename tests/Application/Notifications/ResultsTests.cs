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
    [Theory(Timeout = 60_000)]
    [InlineData(1)]
    [InlineData(20)]
    public async Task Failures_whose_pages_another_transaction_holds_keep_nothing_else_from_being_written(int failures)
    {
        await using var house = await House.OpenAsync();
        var (held, others, gate) = (await PagesAsync(house, failures), await PagesAsync(house, 4), new TaskCompletionSource());
        house.Sms.Answer = (sent, _) => Task.FromResult(
            held.Contains(sent.Page!.Value) ? new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "Refused.") : new DeliveryAnswer(DeliveryStatus.Accepted, $"{sent.Page}", "Taken."));
        var outbox = OutboxSpy.Over(house.Get<INotificationStore>());
        outbox.BeforeRecord = result => held.Contains(result.Notification.Page) ? gate.Task : Task.CompletedTask;
        await using var node = house.OtherNode(services => services.AddSingleton(outbox.Store));
        var sender = node.GetRequiredService<SendNotifications>();
        var claimed = (await sender.ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 30, CancellationToken.None)).ToDictionary(c => c.Page);
        Assert.Equal(failures + 4, claimed.Count);

        var sending = held.ConvertAll(page => sender.SendAsync(claimed[page], CancellationToken.None));
        foreach (var page in others)
        {
            // Each by itself: what is written together needs no place of its own.
            await sender.SendAsync(claimed[page], CancellationToken.None);
            Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Accepted && e.Channel == ContactMethodKind.Sms);
        }

        Assert.DoesNotContain(sending, s => s.IsCompleted);
        gate.SetResult();
        await Task.WhenAll(sending);
        foreach (var page in held)
        {
            Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Failed && e.Channel == ContactMethodKind.Sms);
        }
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

    private static async Task<List<PageId>> PagesAsync(House house, int count)
    {
        var pages = new List<PageId>();
        for (var page = 0; page < count; page++)
        {
            pages.Add((await house.PageAsync()).Id);
        }

        return pages;
    }

    private static Task AcknowledgeAsync(House house, PageId page) => house.Get<Application.Paging.AcknowledgePage>()
        .RunAsync(Testing.Hospitals.TestHospital.CallerOf(house.Anna), page, new Application.Paging.AcknowledgeRequest(), CancellationToken.None);
}
