using OnCall.Domain.Paging;

namespace OnCall.Scheduler;

/// <summary>
/// Keeps a lane within what its provider takes in any one second. What rings has the larger share, so that a code finds room at once
/// whatever else was sent a moment ago. What is claimed takes its place from then on, and its second begins when it leaves for the provider:
/// under load these are far apart, and not the same for each.
/// </summary>
/// <param name="perSecond">Null for a provider without a limit.</param>
internal sealed class RateWindow(int? perSecond, TimeProvider time)
{
    // A little more than a second: on its way to the provider a call may catch up with the one before it.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1010);

    private readonly Lock _gate = new();
    private readonly Queue<long> _left = new();
    private int _claimed;

    /// <summary>How many more of that urgency may begin now.</summary>
    public int Free(Urgency urgency)
    {
        if (perSecond is not { } limit)
        {
            return int.MaxValue;
        }

        lock (_gate)
        {
            while (_left.TryPeek(out var first) && time.GetElapsedTime(first) >= Window)
            {
                _left.Dequeue();
            }

            return Math.Max(0, Share(limit, urgency) - _left.Count - _claimed);
        }
    }

    /// <summary>So many calls are to be made.</summary>
    public void Claim(int count)
    {
        lock (_gate)
        {
            _claimed += count;
        }
    }

    /// <summary>One of them leaves for the provider.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _claimed--;
            if (perSecond is not null)
            {
                _left.Enqueue(time.GetTimestamp());
            }
        }
    }

    /// <summary>One of them is not made after all.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            _claimed--;
        }
    }

    /// <summary>
    /// When there is room again for that urgency; at least a tenth of a second's worth, so that a claim takes several. A whole second where
    /// that hangs on what has not left yet.
    /// </summary>
    public TimeSpan Wait(Urgency urgency)
    {
        var limit = perSecond ?? int.MaxValue;
        var room = Math.Max(1, Share(limit, urgency) / 10);
        lock (_gate)
        {
            var place = _left.Count + _claimed - Share(limit, urgency) + room - 1;
            var left = place < 0 ? TimeSpan.Zero : place < _left.Count ? Window - time.GetElapsedTime(_left.ElementAt(place)) : Window;

            // It may have run out since somebody looked for room.
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private static int Share(int limit, Urgency urgency) => Math.Max(1, urgency switch
    {
        Urgency.Code => limit,
        Urgency.Urgent or Urgency.CriticalResult => limit * 9 / 10,
        Urgency.Routine => limit / 4,
    });
}
