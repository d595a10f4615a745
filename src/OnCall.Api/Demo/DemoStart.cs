using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OnCall.Api.Settings;

namespace OnCall.Api.Demo;

/// <summary>Seeds the demo hospital before anything is served, where it is wanted, and in Development tells how to get in.</summary>
internal sealed class DemoStart(DemoHospital hospital, DemoKey key, IServer server, IHostEnvironment environment, IOptions<OnCallOptions> options) : IHostedLifecycleService
{
    private bool IsWanted => options.Value.Demo ?? environment.IsDevelopment();

    public Task StartingAsync(CancellationToken cancellationToken) => IsWanted ? hospital.SeedAsync(cancellationToken) : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!IsWanted || !environment.IsDevelopment() || await key.TellAsync(cancellationToken) is not { } secret)
        {
            return;
        }

        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        await Console.Out.WriteLineAsync($"\nOnCall demo hospital\n  open      {address?.Replace("[::]", "localhost", StringComparison.Ordinal)}/\n  demo key  {secret}\n");
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
