using Microsoft.Extensions.Options;
using OnCall.Api.Settings;

namespace OnCall.Api.Composition;

/// <summary>
/// A node that is told to end serves on for a while, is not ready any more, and closes each connection with its answer, so that balancers
/// and clients turn to another node. Where a server shuts connections all at once, a request that is just being sent on one is lost, and
/// whoever sent it cannot know whether it counted (RFC 9112, 9.5 and 9.6).
/// </summary>
internal sealed class Leaving(IHostApplicationLifetime lifetime, IOptions<OnCallOptions> options, IHostEnvironment environment, TimeProvider time) : IHostedLifecycleService, IDisposable
{
    private const int UsualSeconds = 2;

    private readonly CancellationTokenSource _gone = new();

    internal bool Begun => lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>
    /// Until when a stream that is opened now lasts: one that is open when the node is told to end, ends at once, so that whoever watches turns to
    /// another node; whoever comes back to this one sees on until it shuts.
    /// </summary>
    internal CancellationToken StreamsEnd => Begun ? _gone.Token : lifetime.ApplicationStopping;

    private TimeSpan Time => TimeSpan.FromSeconds(options.Value.Stop.LeaveSeconds ?? (environment.IsDevelopment() ? 0 : UsualSeconds));

    // Every node's stop comes by here before the listener shuts. It may be cut short, and is no error then.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Time, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await _gone.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It was stopped twice at one moment, as by a test's host, and the other was quicker.
        }
    }

    public void Dispose() => _gone.Dispose();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // As late as can be: an answer to what was asked before closes its connection too, and so does one that tells of an error.
    private Task CloseAsync(object response)
    {
        if (Begun)
        {
            ((HttpResponse)response).Headers.Connection = "close";
        }

        return Task.CompletedTask;
    }

    internal Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // Later versions of HTTP know no such header; there the server says goodbye itself when it shuts.
        var protocol = context.Request.Protocol;
        if (!HttpProtocol.IsHttp2(protocol) && !HttpProtocol.IsHttp3(protocol))
        {
            context.Response.OnStarting(CloseAsync, context.Response);
        }

        return next(context);
    }
}
