using OnCall.Application.Notifications;

namespace OnCall.Channels.Pager;

/// <summary>Carries a plan through with a gateway.</summary>
/// <param name="withoutData">What to send instead when the gateway does not know DATA.</param>
/// <param name="mayLeave">Asked before SEND: nothing before it pages anyone.</param>
internal sealed class SnppSession(SnppWire wire, SnppStep withoutData, Func<bool> mayLeave)
{
    internal async Task<DeliveryAnswer> RunAsync(IEnumerable<SnppStep> plan, CancellationToken cancellationToken)
    {
        var during = SnppVerb.Greeting;
        try
        {
            var steps = new Queue<SnppStep>(plan);
            while (steps.TryDequeue(out var step))
            {
                if (step.Verb == SnppVerb.Send && !mayLeave())
                {
                    return SnppAnswers.OfSilence(during, "the time to send this is over");
                }

                during = step.Verb;
                var reply = await ExchangeAsync(step, cancellationToken);
                if (step.Verb == SnppVerb.Data && reply is { Code: 500 })
                {
                    steps.Dequeue();
                    (step, during) = (withoutData, withoutData.Verb);
                    reply = await ExchangeAsync(step, cancellationToken);
                }

                if ((reply is { } said ? SnppAnswers.Of(step, said) : SnppAnswers.OfSilence(during, "connection lost")) is { } answer)
                {
                    return answer;
                }
            }

            throw new InvalidOperationException("A plan ends with SEND, whose reply is an answer.");
        }
        catch (OperationCanceledException)
        {
            return SnppAnswers.OfSilence(during, "no reply in time");
        }
        catch (IOException)
        {
            return SnppAnswers.OfSilence(during, "connection lost");
        }
    }

    private async Task<SnppReply?> ExchangeAsync(SnppStep step, CancellationToken cancellationToken)
    {
        if (step.Lines.Count > 0)
        {
            await wire.WriteAsync(step.Lines, cancellationToken);
        }

        return await wire.ReadAsync(cancellationToken);
    }
}
