using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using OnCall.Data.Protection;
using OnCall.Testing;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Protection;

/// <summary>A node with a data directory and settings of its own, as far as it has to do with keys.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Node(TestDatabase test, string folder, params (string Name, string Value)[] settings)
    {
        var all = settings.ToDictionary(s => "OnCall:Protection:" + s.Name, s => (string?)s.Value);
        all["OnCall:DataDirectory"] = folder;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(test.OpenAgain());
        services.AddSingleton<IClock>(new FakeClock { Now = SystemTime });
        services.AddProtection(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        _services = services.BuildServiceProvider();
    }

    /// <summary>The framework's own keys go by the machine's clock.</summary>
    public static Instant SystemTime => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    public KeyRingStore Ring => _services.GetRequiredService<KeyRingStore>();

    public IDataProtectionProvider Provider => _services.GetRequiredService<IDataProtectionProvider>();

    public IDataProtector Protector => Provider.CreateProtector("test");

    public async Task<Node> StartAsync()
    {
        await _services.GetServices<IHostedService>().OfType<ProtectionStartup>().Single().StartingAsync(CancellationToken.None);
        return this;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
