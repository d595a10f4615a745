using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing;
using Xunit;

namespace OnCall.Application.Tests.Notifications;

/// <summary>Whatever step the process dies after, another one goes on from the rows.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task After_the_claim_the_notification_goes_out_as_a_repeat_with_the_same_reference()
    {
        await using var house = await House.OpenAsync();
        var (_, reference) = await house.PageAsync();
        await house.Get<SendNotifications>().ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None);

        house.Time.Advance(Duration.FromSeconds(10));
        await DeliverElsewhereAsync(house);

        var sent = Assert.Single(house.Sms.Sent);
        Assert.Equal((NotificationPurpose.Repeat, reference, 2), (sent.PageText().Purpose, sent.PageText().Reference, sent.Attempt));
    }

    [Fact]
    public async Task After_a_failure_was_written_the_next_sweep_of_any_node_asks_the_next_people()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        house.Sms.Always(DeliveryStatus.FailedForGood);
        await house.DeliverAsync();

        await using var node = house.OtherNode();
        await node.GetRequiredService<Application.Paging.SweepEscalations>().RunAsync(CancellationToken.None);

        Assert.Contains((await house.LoadAsync(page)).Escalation.Responders, r => r.Person == house.Ben.Id);
        Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Unreachable && e.Person == house.Anna.Id);
    }

    [Fact]
    public async Task After_a_late_failure_was_written_the_next_sweep_asks_the_next_people()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        await house.DeliverAsync();
        Assert.True(await house.Get<RecordReceipt>().RunAsync(
            new DeliveryReceipt(ContactMethodKind.Sms, "Sms1", DeliveryStatus.FailedForGood, "Undelivered."), CancellationToken.None));

        await house.SweepAsync();

        Assert.Contains((await house.LoadAsync(page)).Escalation.Responders, r => r.Person == house.Ben.Id);
    }

    [Fact]
    public async Task A_receipt_that_comes_while_the_call_is_on_the_wire_is_not_lost()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        house.Sms.Answer = async (outgoing, _) =>
        {
            // The provider's callback overtakes its own answer.
            var early = new DeliveryReceipt(ContactMethodKind.Sms, "SM1", DeliveryStatus.FailedForGood, "Undelivered.", outgoing.Id, outgoing.Attempt);
            Assert.True(await house.Get<RecordReceipt>().RunAsync(early, CancellationToken.None));
            return new DeliveryAnswer(DeliveryStatus.Accepted, "SM1", "Accepted.");
        };

        await house.DeliverAsync();
        await house.SweepAsync();

        Assert.Contains((await house.LoadAsync(page)).Escalation.Responders, r => r.Person == house.Ben.Id);
    }

    [Fact]
    public async Task A_receipt_about_nothing_of_ours_says_so()
    {
        await using var house = await House.OpenAsync();
        var stray = new DeliveryReceipt(ContactMethodKind.Sms, "SM9", DeliveryStatus.Delivered, "");
        Assert.False(await house.Get<RecordReceipt>().RunAsync(stray, CancellationToken.None));
    }

    [Fact]
    public async Task A_receipt_is_never_an_acknowledgement()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        await house.DeliverAsync();
        await house.Get<RecordReceipt>().RunAsync(new DeliveryReceipt(ContactMethodKind.Sms, "Sms1", DeliveryStatus.Delivered, "Delivered."), CancellationToken.None);
        await house.PassAsync(Duration.FromMinutes(2));

        Assert.Contains((await house.LoadAsync(page)).Escalation.Responders, r => r.Person == house.Ben.Id);
    }

    private static async Task DeliverElsewhereAsync(House house)
    {
        await using var node = house.OtherNode();
        var sender = node.GetRequiredService<SendNotifications>();
        foreach (var claimed in await sender.ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None))
        {
            await sender.SendAsync(claimed, CancellationToken.None);
        }
    }
}
