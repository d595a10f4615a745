using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <content>What is due, who sends it, and what goes out together.</content>
public sealed partial class SendNotifications
{
    // The lanes wake together, and what one would look for the others look for too.
    private readonly Together<ContactMethodKind, IReadOnlyList<NextDue>> _looks = new(
        async kinds =>
        {
            var found = (await outbox.NextDueAsync([.. kinds.Distinct()], CancellationToken.None)).ToLookup(d => d.Kind);
            return [.. kinds.Select(k => (IReadOnlyList<NextDue>)[.. found[k]])];
        },
        MostTogether);

    /// <summary>When the next one of a kind is due, or the next claim ends; null when there is none. It may lie in the past.</summary>
    public async Task<Instant?> NextDueAsync(ContactMethodKind kind, Urgency atLeast, CancellationToken cancellationToken) =>
        (await _looks.RunAsync(kind).WaitAsync(cancellationToken)).Where(d => d.Urgency >= atLeast).Min(d => (Instant?)d.At);

    /// <summary>Claims what is due on a channel. Most urgent first.</summary>
    public Task<IReadOnlyList<ClaimedNotification>> ClaimAsync(ContactMethodKind kind, Urgency atLeast, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return outbox.ClaimDueAsync(kind, atLeast, node.Value, now, now + Lease, most, cancellationToken);
    }

    /// <summary>
    /// What is sent as one message: routine pages to the same device that are due at the same time, so that a quiet phone lights up once.
    /// Nothing else is ever held together.
    /// </summary>
    public static IEnumerable<IReadOnlyList<ClaimedNotification>> Bundles(IReadOnlyList<ClaimedNotification> claimed)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var rings = claimed.Where(c => !MayBundle(c)).Select(c => (IReadOnlyList<ClaimedNotification>)[c]);
        return rings.Concat(claimed.Where(MayBundle).GroupBy(c => (c.Address, c.Text.Purpose)).Select(g => (IReadOnlyList<ClaimedNotification>)[.. g]));
    }

    private static bool MayBundle(ClaimedNotification claimed) => claimed is { Kind: ContactMethodKind.Push, Text.Urgency: Urgency.Routine };
}
