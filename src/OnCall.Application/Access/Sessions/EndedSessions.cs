namespace OnCall.Application.Access.Sessions;

/// <summary>What was ended.</summary>
/// <param name="Ended">How many sessions.</param>
public sealed record EndedSessions(int Ended);
