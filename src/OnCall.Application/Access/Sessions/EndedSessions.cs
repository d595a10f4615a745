using OnCall.Application.Rosters.Mine;

namespace OnCall.Application.Access.Sessions;

/// <summary>What was ended.</summary>
/// <param name="Ended">How many sessions.</param>
/// <param name="Keys">How many keys.</param>
/// <param name="KeyIds">Which keys: what is still sent by them is refused.</param>
/// <param name="Devices">How many devices were taken away, so that no page rings there: by an administrator all, by the person themselves none.</param>
/// <param name="UnreachedOn">
/// The person's shift that goes on, or begins within 12 hours, on which nothing reaches them without those devices while no screen of theirs is
/// open; null where something does, or there is no such shift.
/// </param>
public sealed record EndedSessions(int Ended, int Keys, IReadOnlyList<Guid> KeyIds, int Devices = 0, MyShiftView? UnreachedOn = null);
