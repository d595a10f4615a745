namespace OnCall.Testing.Providers;

/// <summary>What a stubbed provider does with one request.</summary>
public abstract record StubAnswer
{
    private StubAnswer()
    {
    }

    /// <summary>Answers.</summary>
    /// <param name="RetryAfter">The header of that name, as it is written; none when null.</param>
    public sealed record Reply(int Status, string Body, string? RetryAfter = null) : StubAnswer;

    /// <summary>Takes the request and never answers.</summary>
    public sealed record Hang : StubAnswer;

    /// <summary>Takes the request and closes the connection.</summary>
    public sealed record Drop : StubAnswer;

    /// <summary>Begins the answer and closes the connection in the middle of its body.</summary>
    public sealed record BreakOff(int Status, string Body) : StubAnswer;

    /// <summary>
    /// A slow provider: answers when <paramref name="Gate"/> is done, so that a test decides how slow. Without <paramref name="Then"/>
    /// all is well after it.
    /// </summary>
    public sealed record After(Task Gate, StubAnswer? Then = null) : StubAnswer;
}
