using Microsoft.Extensions.Options;
using OnCall.Api.Settings;
using OnCall.Application.Directory;

namespace OnCall.Api.Composition;

/// <summary>After the schema, before anything is served: what every installation has from its first start on.</summary>
internal sealed class FirstStart(SetUp setUp, IOptions<OnCallOptions> options) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => setUp.RunAsync(options.Value.BootstrapApiKey, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
