using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>What is to be asked for, shared out among the nodes.</summary>
public interface IDeliveryPolls
{
    /// <summary>
    /// Takes what is due to be asked for, most urgent and then longest accepted first, and puts its next time off, so that no other node asks
    /// for it as well.
    /// </summary>
    /// <param name="acceptedAfter">Of what was accepted before, nothing more is expected.</param>
    /// <param name="wait">How long to wait after so many times of asking; for 0, after it was accepted.</param>
    Task<IReadOnlyList<UnfinishedDelivery>> TakeDueAsync(
        IReadOnlyCollection<ContactMethodKind> kinds, Instant acceptedAfter, Instant now, Func<int, Duration> wait, int most, CancellationToken cancellationToken);
}
