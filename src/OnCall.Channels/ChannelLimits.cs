namespace OnCall.Channels;

/// <summary>How long an adapter waits at most; the caller's token may end the wait earlier.</summary>
public static class ChannelLimits
{
    /// <summary>One call to a provider from connect to answer. Ends before the sender's lease of 10 s does.</summary>
    public static readonly TimeSpan ProviderCall = TimeSpan.FromSeconds(8);

    /// <summary>Reaching the provider at all.</summary>
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(4);
}
