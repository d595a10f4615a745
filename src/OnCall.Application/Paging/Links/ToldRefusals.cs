using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Paging.Links;

/// <summary>
/// Has a refusal of a link written down once for a device and a reason, on each node: whoever presses the button again and again tells
/// nothing new. Whoever makes up devices is written down <see cref="MostOfOne"/> times for a message.
/// </summary>
public sealed class ToldRefusals(IClock clock)
{
    /// <summary>Refusals of one message that are written down.</summary>
    public const int MostOfOne = 16;

    private const int MostKnown = 10_000;

    // As long as a link is good, and as long again as it is told to be over.
    private static readonly Duration Kept = Duration.FromHours(48);

    private readonly Lock _gate = new();
    private readonly Dictionary<NotificationId, Refused> _known = [];

    /// <param name="device">Its hash.</param>
    /// <param name="write">Done unless it was done for these before; where it fails, the next one does it.</param>
    public async Task OnceAsync(NotificationId notification, string device, LinkStanding standing, Func<Task> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (!Add(notification, (device, standing)))
        {
            return;
        }

        try
        {
            await write();
        }
        catch
        {
            Remove(notification, (device, standing));
            throw;
        }
    }

    private bool Add(NotificationId notification, (string Device, LinkStanding Standing) refusal)
    {
        var now = clock.GetCurrentInstant();
        lock (_gate)
        {
            if (!_known.TryGetValue(notification, out var refused))
            {
                MakeRoom(now);
                _known[notification] = refused = new Refused(now, []);
            }

            return refused.Told.Count < MostOfOne && refused.Told.Add(refusal);
        }
    }

    private void Remove(NotificationId notification, (string Device, LinkStanding Standing) refusal)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(notification, out var refused))
            {
                refused.Told.Remove(refusal);
            }
        }
    }

    private void MakeRoom(Instant now)
    {
        if (_known.Count < MostKnown)
        {
            return;
        }

        foreach (var old in _known.Where(k => now - k.Value.Since >= Kept).Select(k => k.Key).ToArray())
        {
            _known.Remove(old);
        }

        if (_known.Count >= MostKnown)
        {
            _known.Remove(_known.MinBy(k => k.Value.Since).Key);
        }
    }

    private sealed record Refused(Instant Since, HashSet<(string Device, LinkStanding Standing)> Told);
}
