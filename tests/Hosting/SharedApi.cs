using Xunit;

namespace OnCall.Testing.Hosting;

/// <summary>One running program for all tests of a class that store nothing, or nothing that another looks at.</summary>
public sealed class SharedApi : IAsyncLifetime
{
    private ApiHost? _host;

    public ApiHost Host => _host ?? throw new InvalidOperationException("The program has not been started yet.");

    public async ValueTask InitializeAsync() => _host = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
