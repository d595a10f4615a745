namespace OnCall.Application;

/// <summary>What this process is called in claims. New at each start, so that a restarted node never mistakes an old claim for its own.</summary>
public sealed record NodeName(string Value);
