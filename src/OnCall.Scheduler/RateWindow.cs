using OnCall.Domain.Paging;

namespace OnCall.Scheduler;

/// <summary>
/// Keeps a lane within what its provider takes in any one second. What rings has the larger share, so that a code finds room at once
/// whatever else was sent a moment ago. Used by one lane alone.
/// </summary>
/// <param name="perSecond">Null for a provider without a limit.</param>
internal sealed class RateWindow(int? perSecond, TimeProvider time)
{
    // A little more than a second: on its way to the provider a call may catch up with the one before it.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1010);

    private readonly Queue<long> _begun = new();

    /// <summary>How many more of that urgency may begin now.</summary>
    public int Free(Urgency urgency)
    {
        if (perSecond is not { } limit)
        {
            return int.MaxValue;
        }

        while (_begun.TryPeek(out var first) && time.GetElapsedTime(first) >= Window)
        {
            _begun.Dequeue();
        }

        return Math.Max(0, Share(limit, urgency) - _begun.Count);
    }

    public void Begin(int count)
    {
        for (var i = 0; i < count && perSecond is not null; i++)
        {
            _begun.Enqueue(time.GetTimestamp());
        }
    }

    /// <summary>When there is room again for that urgency; at least a tenth of a second's worth, so that a claim takes several.</summary>
    public TimeSpan Wait(Urgency urgency)
    {
        var limit = perSecond ?? int.MaxValue;
        var room = Math.Max(1, Share(limit, urgency) / 10);
        var place = _begun.Count - Share(limit, urgency) + room - 1;
        return place < 0 ? TimeSpan.Zero : Window - time.GetElapsedTime(_begun.ElementAt(Math.Min(place, _begun.Count - 1)));
    }

    private static int Share(int limit, Urgency urgency) => Math.Max(1, urgency switch
    {
        Urgency.Code => limit,
        Urgency.Urgent or Urgency.CriticalResult => limit * 9 / 10,
        Urgency.Routine => limit / 4,
    });
}
