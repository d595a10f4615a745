namespace OnCall.Fuzz.Tests.Running;

/// <summary>What an input did that none may do.</summary>
internal sealed record Failure(string Target, ulong Seed, string What)
{
    /// <summary>What was thrown; null where nothing was.</summary>
    public Exception? Thrown { get; init; }

    public override string ToString() => $"{Target}: seed {Seed}: {What}";
}
