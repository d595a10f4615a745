using System.Net;
using NodaTime;

namespace OnCall.Channels.Http;

/// <summary>What became of one HTTP request to a provider.</summary>
internal abstract record ProviderReply
{
    private ProviderReply()
    {
    }

    /// <summary>The provider answered. <paramref name="Body"/> is empty when the answer broke off after its status.</summary>
    internal sealed record Answered(HttpStatusCode Status, string Body, Duration? RetryAfter = null) : ProviderReply
    {
        internal bool IsSuccess => (int)Status is >= 200 and < 300;
    }

    /// <summary>Nothing of the message left: trying again cannot double it.</summary>
    internal sealed record NotSent(string Why) : ProviderReply;

    /// <summary>The message, or a part of it, was written and no answer came.</summary>
    internal sealed record Unknown(string Why) : ProviderReply;
}
