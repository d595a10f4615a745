namespace OnCall.Application.Notifications;

/// <summary>
/// Whether a message may still leave, and whether it may have left. Once it is called off it never leaves: what comes too late to the wire,
/// on a node that stood still, finds the door shut.
/// </summary>
/// <param name="isInTime">Whether this node's claim still gives it time.</param>
internal sealed class Departure(Func<bool> isInTime)
{
    private const int Waiting = 0;
    private const int Left = 1;
    private const int CalledOff = 2;

    private int _state = Waiting;

    /// <summary>Asked just before that leaves by which the provider has the message.</summary>
    public bool MayLeave() => isInTime() && Interlocked.CompareExchange(ref _state, Left, Waiting) != CalledOff;

    /// <summary>True when nothing has left, and then nothing will; false when it may be with the provider.</summary>
    public bool CallOff() => Interlocked.CompareExchange(ref _state, CalledOff, Waiting) != Left;
}
