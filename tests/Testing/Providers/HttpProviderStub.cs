using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace OnCall.Testing.Providers;

/// <summary>A provider's HTTP API on 127.0.0.1: records what comes in and answers by script, else as the provider does when all is well.</summary>
public abstract class HttpProviderStub : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<StubAnswer> _script = new();
    private readonly WebApplication _app;
    private readonly TimeProvider _time;

    /// <param name="port">0 takes a free one.</param>
    protected HttpProviderStub(int port, TimeProvider? time)
    {
        _time = time ?? TimeProvider.System;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, NoConsole>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public string BaseUrl => _app.Urls.Single();

    /// <summary>Every request to the message API, in the order of arrival.</summary>
    public Arrivals<ProviderRequest> Requests { get; } = new();

    /// <summary>What to do with the next requests, in turn; after them, all is well again.</summary>
    public void Next(params IEnumerable<StubAnswer> answers)
    {
        foreach (var answer in answers)
        {
            _script.Enqueue(answer);
        }
    }

    /// <summary>What to do with every request that has no line in the script; null for all is well.</summary>
    public Func<ProviderRequest, StubAnswer?>? Always { get; set; }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    protected Task ListenAsync() => _app.StartAsync();

    /// <summary>The answer of a provider without trouble.</summary>
    protected abstract StubAnswer AllIsWell(ProviderRequest request);

    /// <summary>Answers requests beside the message API, such as a sign-in; null for the message API's own.</summary>
    protected virtual StubAnswer? Aside(ProviderRequest request) => null;

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new ProviderRequest(
            Instant.FromDateTimeOffset(_time.GetUtcNow()),
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(body.ToArray())) { Bytes = body.ToArray() };
        if (Aside(request) is { } aside)
        {
            await PlayAsync(context, request, aside);
            return;
        }

        // Decided before it is seen to have arrived, so that a test that waits for an arrival may change the script at once.
        var answer = _script.TryDequeue(out var scripted) ? scripted : Always?.Invoke(request) ?? AllIsWell(request);
        Requests.Add(request);
        await PlayAsync(context, request, answer);
    }

    private async Task PlayAsync(HttpContext context, ProviderRequest request, StubAnswer answer)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            switch (answer)
            {
                case StubAnswer.Reply reply:
                    context.Response.Headers.RetryAfter = reply.RetryAfter;
                    await WriteAsync(context, reply.Status, reply.Body);
                    break;
                case StubAnswer.Hang:
                    await Task.Delay(Timeout.Infinite, over.Token);
                    break;
                case StubAnswer.Drop:
                    context.Abort();
                    break;
                case StubAnswer.BreakOff broken:
                    context.Response.ContentLength = broken.Body.Length + 1;
                    await WriteAsync(context, broken.Status, broken.Body);
                    // Kestrel closes the connection behind an answer that is shorter than it said; an abort might overtake it.
                    await context.Response.Body.FlushAsync(over.Token);
                    break;
                case StubAnswer.After slow:
                    await slow.Gate.WaitAsync(over.Token);
                    await PlayAsync(context, request, slow.Then ?? AllIsWell(request));
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }
}
