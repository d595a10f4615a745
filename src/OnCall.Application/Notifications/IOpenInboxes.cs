using OnCall.Domain.Directory;

namespace OnCall.Application.Notifications;

/// <summary>Whose inbox or board is open on a screen right now, with a live stream to it from any node.</summary>
public interface IOpenInboxes
{
    /// <summary>Those of <paramref name="people"/> whose inbox is open.</summary>
    ValueTask<IReadOnlySet<PersonId>> OpenAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken);
}
