using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Console;

/// <summary>
/// Stands in for a channel that has no settings, in the Development demo only: what would have left the building is printed.
/// Not the address, which nothing prints.
/// </summary>
public sealed class ConsoleChannel(ContactMethodKind kind, TextWriter output) : IChannel
{
    public ContactMethodKind Kind => kind;

    public bool IsConfigured => true;

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        if (!notification.MayLeave())
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForNow, null, $"{kind}: the time to send this is over");
        }

        await output.WriteLineAsync($"[{kind}] {notification.Text.ToLine()}{(notification.Link is { } link ? " " + link : "")}");
        return new DeliveryAnswer(DeliveryStatus.Delivered, null, $"{kind}: printed, in the demo");
    }
}
