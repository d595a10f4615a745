using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>One call of a channel with what is no page: a notice, a code, a test. It ends within 8 s, and answers truly whether anything may have left.</summary>
public sealed partial class ChannelCall(ChannelRecords records, IClock clock, TimeProvider time, ILogger<ChannelCall> logger)
{
    /// <summary>Calls, and notes on the channel's record what came of it.</summary>
    /// <param name="end">From here on nothing may leave any more.</param>
    internal async Task<DeliveryAnswer> RunAsync(IChannel channel, OutgoingNotification outgoing, Instant end, CancellationToken cancellationToken)
    {
        var answer = await TryAsync(channel, outgoing, end, cancellationToken);
        records.Of(channel.Kind).Note(answer, clock.GetCurrentInstant());
        return answer;
    }

    private async Task<DeliveryAnswer> TryAsync(IChannel channel, OutgoingNotification outgoing, Instant end, CancellationToken cancellationToken)
    {
        var departure = new Departure(() => clock.GetCurrentInstant() < end);
        using var limit = new CancellationTokenSource(SendNotifications.CallLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await channel.SendAsync(outgoing with { MayLeave = departure.MayLeave }, either.Token)
                .WaitAsync(SendNotifications.CallLimit + TimeSpan.FromSeconds(1), time, CancellationToken.None);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            LogChannelThrew(channel.Kind, error.GetType().Name);
            var status = departure.CallOff() ? DeliveryStatus.FailedForNow : DeliveryStatus.Indeterminate;
            return new DeliveryAnswer(status, null, $"The channel broke off: {error.GetType().Name}.") { ProviderFault = true };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} channel threw {Error}")]
    private partial void LogChannelThrew(ContactMethodKind kind, string error);
}
