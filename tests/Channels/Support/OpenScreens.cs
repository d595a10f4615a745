using OnCall.Application.Notifications;
using OnCall.Domain.Directory;

namespace OnCall.Channels.Tests.Support;

/// <summary>Screens that are open for the addresses given.</summary>
internal sealed class OpenScreens(params string[] open) : IOpenInboxes
{
    public ValueTask<IReadOnlySet<PersonId>> OpenAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlySet<PersonId>>(people.Where(p => open.Contains(p.Value.ToString("D"), StringComparer.Ordinal)).ToHashSet());
}
