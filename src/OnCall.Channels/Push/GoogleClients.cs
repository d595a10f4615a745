using Google.Apis.Http;

namespace OnCall.Channels.Push;

/// <summary>The sign-in library's HTTP clients, bounded: all pushes wait for one sign-in, and a hung one must not hold them for its default of 100 s.</summary>
internal sealed class GoogleClients : Google.Apis.Http.IHttpClientFactory
{
    private readonly HttpClientFactory _inner = new();

    public ConfigurableHttpClient CreateHttpClient(CreateHttpClientArgs args)
    {
        var client = _inner.CreateHttpClient(args);
        client.Timeout = ChannelLimits.Connect;
        return client;
    }
}
