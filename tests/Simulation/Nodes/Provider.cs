using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>What is at the other end of one kind of channel: it takes messages, refuses them, or leaves its caller waiting.</summary>
internal sealed class Provider(ContactMethodKind kind, Scene scene, Chance chance, Process outside, Sight sight)
{
    private int _ids;

    public ContactMethodKind Kind => kind;

    /// <summary>A message has reached its device.</summary>
    public Action<Call>? Reached { get; set; }

    /// <summary>The provider reports something later.</summary>
    public Action<Call, DeliveryReceipt>? Reports { get; set; }

    /// <summary>Speaks the provider's protocol from a node, as an adapter does.</summary>
    public async Task<DeliveryAnswer> TakeAsync(Process node, OutgoingNotification message, CancellationToken cancellationToken)
    {
        await node.Yield();
        if (cancellationToken.IsCancellationRequested || !message.MayLeave())
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "No time was left.");
        }

        var call = new Call(node.Loop.Now, node.Name, kind, message);
        sight.Calls.Add(call);
        try
        {
            var answer = await AnswerAsync(call, node, cancellationToken);
            (call.Answer, call.AnsweredAt) = (answer.Status, node.Loop.Now);
            return answer;
        }
        catch (IOException)
        {
            (call.Answer, call.AnsweredAt) = (DeliveryStatus.Indeterminate, node.Loop.Now);
            throw;
        }
    }

    private Task<DeliveryAnswer> AnswerAsync(Call call, Process node, CancellationToken cancellationToken) => Next() switch
    {
        Manner.Takes => TakesAsync(call, node, Duration.FromMilliseconds(chance.Between(20, 600))),
        Manner.TakesSlowly => TakesAsync(call, node, Duration.FromMilliseconds(chance.Between(600, 7_500))),
        Manner.Refuses => FailsAsync(node, new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "Busy.")
        {
            ProviderFault = chance.OneIn(2), RetryAfter = chance.OneIn(4) ? Duration.FromSeconds(chance.Between(1, 40)) : null,
        }),
        Manner.RefusesForGood => FailsAsync(node, new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "No such address.") { ProviderFault = chance.OneIn(3) }),
        Manner.SaysItIsDead => FailsAsync(node, new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "Gone for good.", AddressIsDead: true)),
        Manner.SaysTheyOptedOut => FailsAsync(node, new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "Wants nothing more.") { OptedOut = kind == ContactMethodKind.Sms }),
        Manner.NeverAnswers => NeverAnswersAsync(call, node, cancellationToken),
        Manner.Hangs => HangsAsync(call, node),
        Manner.Breaks => throw new IOException("The adapter broke."),
    };

    private Manner Next() => chance.Percent(scene.ProviderTrouble) ? chance.Pick(Enum.GetValues<Manner>()) : Manner.Takes;

    private async Task<DeliveryAnswer> TakesAsync(Call call, Process node, Duration latency)
    {
        var id = Take(call);
        Deliver(call);
        Report(call, id, latency);
        await node.Time.PassAsync(latency);
        return new DeliveryAnswer(DeliveryStatus.Accepted, id, "Accepted.");
    }

    private async Task<DeliveryAnswer> FailsAsync(Process node, DeliveryAnswer answer)
    {
        await node.Time.PassAsync(Duration.FromMilliseconds(chance.Between(10, 2_000)));
        return answer;
    }

    // It may have taken the message or not.
    private async Task<DeliveryAnswer> NeverAnswersAsync(Call call, Process node, CancellationToken cancellationToken)
    {
        if (chance.OneIn(2))
        {
            Deliver(call);
            Report(call, Take(call), Duration.FromSeconds(5));
        }

        try
        {
            await Task.Delay(TimeSpan.FromMinutes(5), node.Time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // As an adapter does when its time is over.
        }

        return new DeliveryAnswer(DeliveryStatus.Indeterminate, null, "No answer in time.") { ProviderFault = true };
    }

    // Worse: the adapter does not listen to its token either.
    private async Task<DeliveryAnswer> HangsAsync(Call call, Process node)
    {
        if (chance.OneIn(2))
        {
            Deliver(call);
        }

        await node.Time.PassAsync(Duration.FromMinutes(1));
        return new DeliveryAnswer(DeliveryStatus.Accepted, null, "Much too late.");
    }

    private string Take(Call call) => call.ProviderId = $"{kind}-{++_ids}";

    private void Deliver(Call call) => outside.Start(async () =>
    {
        await outside.Time.PassAsync(Duration.FromMilliseconds(chance.Between(50, 3_000)));
        call.ReachedAt ??= outside.Loop.Now;
        Reached?.Invoke(call);
    });

    private void Report(Call call, string id, Duration latency)
    {
        if (!chance.Percent(scene.Receipts))
        {
            return;
        }

        // Some come before the answer to the call itself, some twice, some against each other.
        foreach (var _ in Enumerable.Range(0, chance.Between(1, 3)))
        {
            var status = chance.OneIn(3) ? DeliveryStatus.FailedForGood : chance.OneIn(4) ? DeliveryStatus.Accepted : DeliveryStatus.Delivered;
            var named = chance.OneIn(2);
            var receipt = new DeliveryReceipt(kind, id, status, $"{status}.", named ? call.Id : null, named && chance.OneIn(2) ? call.Message.Attempt : null);
            outside.Start(async () =>
            {
                await outside.Time.PassAsync(chance.OneIn(4) ? latency / 2 : latency + Duration.FromMilliseconds(chance.Between(1, 20_000)));
                Reports?.Invoke(call, receipt);
            });
        }
    }
}
