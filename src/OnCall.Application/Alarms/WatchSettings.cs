namespace OnCall.Application.Alarms;

/// <summary>What a node takes part in.</summary>
/// <param name="Engine">It is meant to sweep and to send.</param>
/// <param name="SelfTest">The page of each minute is sent, and missed when it does not come through.</param>
public sealed record WatchSettings(bool Engine, bool SelfTest);
