using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>
/// Who told a provider to send nothing more. It belongs to the address: it outlives changes of the person, and holds for everyone who has it.
/// </summary>
public interface IOptOuts
{
    /// <summary>Answers false when nobody here has that address, or it was so already.</summary>
    Task<bool> OptOutAsync(ContactMethodKind kind, string address, Instant now, CancellationToken cancellationToken);

    /// <summary>Answers false when it was not opted out.</summary>
    Task<bool> OptInAsync(ContactMethodKind kind, string address, Instant now, CancellationToken cancellationToken);
}
