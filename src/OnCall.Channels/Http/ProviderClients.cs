using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Channels.Http;

/// <summary>Registers the HTTP clients of the adapters.</summary>
internal static class ProviderClients
{
    internal static IServiceCollection AddProviderClient(this IServiceCollection services, string name)
    {
        services.AddHttpClient(name)
            .ConfigureHttpClient(http => http.Timeout = ChannelLimits.ProviderCall)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                // A redirect would carry the message, and the sender's credentials, to somebody else.
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = ChannelLimits.Connect,
                // Shorter than a provider's own idle limit, so that a page does not run into a closing connection.
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's own loggers write addresses and, at trace level, headers.
            .RemoveAllLoggers();
        return services;
    }
}
