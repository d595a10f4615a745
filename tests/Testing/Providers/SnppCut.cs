namespace OnCall.Testing.Providers;

/// <summary>What a stubbed SNPP gateway does when a command comes, instead of replying.</summary>
public static class SnppCut
{
    /// <summary>Says nothing and keeps the connection.</summary>
    public const string Silence = "(silence)";

    /// <summary>Closes the connection.</summary>
    public const string Close = "(close)";

    /// <summary>Writes half a reply and closes.</summary>
    public const string HalfLine = "(half)";
}
