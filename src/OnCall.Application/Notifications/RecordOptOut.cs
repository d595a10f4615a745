using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>Takes what a person told the provider: to send nothing more, or that they want messages again.</summary>
public sealed class RecordOptOut(IOptOuts optOuts, IClock clock)
{
    public Task RunAsync(ContactMethodKind kind, string address, bool optsIn, CancellationToken cancellationToken) => optsIn
        ? optOuts.OptInAsync(kind, address, clock.GetCurrentInstant(), cancellationToken)
        : optOuts.OptOutAsync(kind, address, clock.GetCurrentInstant(), cancellationToken);
}
