using OnCall.Domain.Directory;

namespace OnCall.Application.Notifications;

/// <summary>Whose inbox or board is open on a screen right now, with a live stream to it.</summary>
public interface IOpenInboxes
{
    bool IsOpen(PersonId person);
}
