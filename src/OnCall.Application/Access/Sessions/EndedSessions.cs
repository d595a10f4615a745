namespace OnCall.Application.Access.Sessions;

/// <summary>What was ended.</summary>
/// <param name="Ended">How many sessions.</param>
/// <param name="Keys">How many keys.</param>
public sealed record EndedSessions(int Ended, int Keys);
