namespace OnCall.Application.Access.Sessions;

/// <summary>What was ended.</summary>
/// <param name="Ended">How many sessions.</param>
/// <param name="Keys">How many keys.</param>
/// <param name="KeyIds">Which keys: what is still sent by them is refused.</param>
public sealed record EndedSessions(int Ended, int Keys, IReadOnlyList<Guid> KeyIds);
