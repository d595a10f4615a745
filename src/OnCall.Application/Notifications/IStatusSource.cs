using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>
/// Asks a provider how a message stands, where the provider cannot report it by itself. It lies beside the <see cref="IChannel"/> of its
/// kind, and like that never throws for what a provider does.
/// </summary>
public interface IStatusSource
{
    /// <summary>The contact methods that it serves.</summary>
    ContactMethodKind Kind { get; }

    /// <summary>False where the provider reports by itself, or the channel is not configured.</summary>
    bool IsPolled { get; }

    /// <summary>What the provider says of it now; null when it says nothing that counts, or does not answer.</summary>
    /// <param name="providerId">The provider's own id, as the answer to the message gave it.</param>
    Task<DeliveryReceipt?> AskAsync(string providerId, CancellationToken cancellationToken);
}
