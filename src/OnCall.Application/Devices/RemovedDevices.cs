using OnCall.Application.Rosters.Mine;

namespace OnCall.Application.Devices;

/// <summary>What came of devices being removed.</summary>
/// <param name="Removed">How many ring for their person no more.</param>
/// <param name="UnreachedOn">
/// Their shift that goes on, or begins within 12 hours, on which nothing reaches them now while no screen of theirs is open; null where something
/// does, or there is no such shift.
/// </param>
public sealed record RemovedDevices(int Removed, MyShiftView? UnreachedOn)
{
    internal static RemovedDevices None { get; } = new(0, null);
}
