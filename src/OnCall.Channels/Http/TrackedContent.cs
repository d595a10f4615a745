using System.Net;
using System.Net.Http.Headers;

namespace OnCall.Channels.Http;

/// <summary>A request body that remembers whether its bytes began to leave, which is what tells "not sent" from "unknown".</summary>
internal sealed class TrackedContent : HttpContent
{
    private readonly byte[] _bytes;

    internal TrackedContent(byte[] bytes, string mediaType)
    {
        _bytes = bytes;
        Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
    }

    internal bool Started { get; private set; }

    /// <summary>Asked before the first byte; a timer cannot be waited for, since after a stop it rings beside the code that goes on.</summary>
    internal Func<bool> MayLeave { get; init; } = static () => true;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!MayLeave())
        {
            throw new OperationCanceledException("The time to send this is over.");
        }

        Started = true;
        return stream.WriteAsync(_bytes, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
