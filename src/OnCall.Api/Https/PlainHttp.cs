using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Api.Settings;

namespace OnCall.Api.Https;

/// <summary>
/// Turns away what comes without HTTPS from another machine, where there is HTTPS. Health stays open to load balancers, and this machine
/// may ask itself.
/// </summary>
internal sealed partial class PlainHttp(IOptions<HttpsSettings> settings, IOptions<OnCallOptions> house, IServer server, ILogger<PlainHttp> log)
{
    private readonly Lazy<string[]> _addresses = new(() => [.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []]);

    private bool Required => settings.Value.Require ?? (settings.Value.Proxies.Count > 0 || Array.Exists(_addresses.Value, IsHttps));

    internal Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.IsHttps || !Required || IsHere(context.Connection.RemoteIpAddress) || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        if (HttpMethods.IsGet(request.Method) && BrowserRequest.IsScreen(request) && house.Value.PublicUrl is { } url && IsHttps(url))
        {
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = url.TrimEnd('/') + request.PathBase + request.Path + request.QueryString;
            return Task.CompletedTask;
        }

        context.Response.StatusCode = ProblemTypes.HttpsNeeded.Status;
        return StatusProblems.WriteAsync(context);
    }

    /// <summary>Tells the operator of the ways by which other machines reach this one unencrypted.</summary>
    internal void WarnOfOpenWays()
    {
        if (!Required && Array.Find(_addresses.Value, a => !IsHttps(a) && Uri.TryCreate(a, UriKind.Absolute, out var uri) && !uri.IsLoopback) is { } open)
        {
            LogOpen(log, open);
        }
    }

    private static bool IsHttps(string address) => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static bool IsHere(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    [LoggerMessage(LogLevel.Warning, "OnCall answers unencrypted at {Address}: what is sent there can be read on its way. Give it a certificate, or name the proxy that has one in OnCall__Https__Proxies__0; see docs/security.md.")]
    private static partial void LogOpen(ILogger log, string address);
}
