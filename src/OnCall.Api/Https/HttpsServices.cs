using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace OnCall.Api.Https;

/// <summary>Who the client is and whether the way to it is encrypted.</summary>
internal static class HttpsServices
{
    internal static IServiceCollection AddHttps(this IServiceCollection services)
    {
        services.AddOptions<HttpsSettings>().BindConfiguration("OnCall:Https")
            .Validate(s => s.Right, "OnCall__Https__Proxies__0 and following are addresses such as 10.0.3.7 or networks such as 10.0.3.0/24; OnCall__Https__HstsDays is 0 to 3650.")
            .ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HttpsSettings>>(static (forwarded, settings) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

            // From proxy to proxy, and no further than there are: machines in a network that is named must not pass for others.
            forwarded.ForwardLimit = settings.Value.Proxies.Count;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Value.Proxies)
            {
                forwarded.KnownIPNetworks.Add(HttpsSettings.Network(proxy)!.Value);
            }
        });
        services.AddSingleton<PlainHttp>();
        return services;
    }

    internal static void UseHttps(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<IOptions<HttpsSettings>>().Value;

        // Nobody's word is taken where no proxy is named: whoever asks could write these headers.
        if (settings.Proxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        var plain = app.Services.GetRequiredService<PlainHttp>();
        app.Use(plain.InvokeAsync);
        app.Lifetime.ApplicationStarted.Register(plain.WarnOfOpenWays);
    }
}
