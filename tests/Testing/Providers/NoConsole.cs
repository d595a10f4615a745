using Microsoft.Extensions.Hosting;

namespace OnCall.Testing.Providers;

/// <summary>Leaves Ctrl+C and SIGTERM to the program that the stub lives in; the host's own lifetime would swallow them.</summary>
internal sealed class NoConsole : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
