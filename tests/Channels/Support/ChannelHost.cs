using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using OnCall.Application.Devices;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Testing;

namespace OnCall.Channels.Tests.Support;

/// <summary>The channels as the program composes them, over settings that a test gives.</summary>
internal sealed class ChannelHost : IDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 10, 25, 0, 30);

    private readonly ServiceProvider _services;

    public ChannelHost(IEnumerable<KeyValuePair<string, string?>> settings, bool isDevelopmentDemo = false, IOpenInboxes? streams = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<IClock>(new FakeClock(Now))
            .AddSingleton<IPushTargets>(Devices).AddSingleton<IPushKeyStore>(Devices).AddSingleton<PushKeys>()
            .AddSingleton<IOpenInboxes>(streams ?? new OpenScreens())
            .AddChannels(configuration, isDevelopmentDemo)
            .BuildServiceProvider();
    }

    public Devices Devices { get; } = new();

    public PushKeys Keys => _services.GetRequiredService<PushKeys>();

    public IWebPush WebPush => _services.GetRequiredService<IWebPush>();

    public CapturedLogs Logs { get; } = new();

    public IReadOnlyList<IChannel> Channels => [.. _services.GetServices<IChannel>()];

    public IReadOnlyList<IStatusSource> Statuses => [.. _services.GetServices<IStatusSource>()];

    /// <summary>What the host does before it serves.</summary>
    public void ValidateAtStart() => _services.GetRequiredService<IStartupValidator>().Validate();

    public IChannel Channel(ContactMethodKind kind) => Channels.Single(c => c.Kind == kind);

    public IStatusSource Status(ContactMethodKind kind) => Statuses.Single(s => s.Kind == kind);

    public void Dispose()
    {
        _services.Dispose();
        Logs.Dispose();
    }
}
