namespace OnCall.Api.Auth.OpenId;

/// <summary>The way to the provider: short, without redirects, which could carry a code or a secret elsewhere.</summary>
internal sealed class ProviderClient : IDisposable
{
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(8),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    public void Dispose() => Http.Dispose();
}
