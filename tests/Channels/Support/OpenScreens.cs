using OnCall.Application.Notifications;
using OnCall.Domain.Directory;

namespace OnCall.Channels.Tests.Support;

/// <summary>Screens that are open for the addresses given.</summary>
internal sealed class OpenScreens(params string[] open) : IOpenInboxes
{
    public bool IsOpen(PersonId person) => open.Contains(person.Value.ToString("D"), StringComparer.Ordinal);
}
