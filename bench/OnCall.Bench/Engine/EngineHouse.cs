using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OnCall.Application;
using OnCall.Application.Notifications;
using OnCall.Application.Rosters.Paper;
using OnCall.Data;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.RosterFiles;
using OnCall.Scheduler;

namespace OnCall.Bench.Engine;

/// <summary>The engine in this process: its own use cases, stores and lanes, with providers that only take note; on SQLite on disk, or on a database on a server.</summary>
internal sealed class EngineHouse : IAsyncDisposable
{
    private readonly IHost _host;

    private EngineHouse(IHost host, string folder, IReadOnlyDictionary<ContactMethodKind, SinkChannel> sinks)
    {
        (_host, Folder, Sinks) = (host, folder, sinks);
    }

    public string Folder { get; }

    public IReadOnlyDictionary<ContactMethodKind, SinkChannel> Sinks { get; }

    public Database Database => Get<Database>();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Opens on a fresh folder. The engine starts with <see cref="StartAsync"/>, when the bench has laid its rows.</summary>
    /// <param name="server">The connection string of an empty database on SQL Server; SQLite without it.</param>
    public static async Task<EngineHouse> OpenAsync(Action<IServiceCollection>? also = null, int? perSecond = null, string? server = null)
    {
        var folder = Directory.CreateTempSubdirectory("oncall-bench-").FullName;

        // As a start makes it: the benches send pages before theirs.
        await File.WriteAllBytesAsync(Path.Combine(folder, "protection.key"), RandomNumberGenerator.GetBytes(32));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var settings = new Dictionary<string, string?> { ["OnCall:DataDirectory"] = folder };
        if (server is not null)
        {
            (settings["OnCall:Database:Provider"], settings["OnCall:Database:ConnectionString"]) = ("sqlserver", server);
        }

        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        var sinks = new[] { ContactMethodKind.InApp, ContactMethodKind.Push, ContactMethodKind.Sms, ContactMethodKind.Voice }.ToDictionary(k => k, k => new SinkChannel(k, k == ContactMethodKind.InApp ? null : perSecond));
        builder.Services.AddOnCallData(builder.Configuration).AddOnCallApplication();
        foreach (var sink in sinks.Values)
        {
            builder.Services.AddSingleton<IChannel>(sink);
        }

        builder.Services.AddSingleton<IOpenInboxes, NobodyLooks>();
        builder.Services.AddRosterFiles();
        builder.Services.AddSingleton(new PaperPlace(Path.Combine(folder, "paper")));
        builder.Services.AddOnCallScheduler(inProcess: true);
        also?.Invoke(builder.Services);
        var host = builder.Build();
        var house = new EngineHouse(host, folder, sinks);
        await host.Services.GetRequiredService<OnCall.Data.Schema.MigrationRunner>().RunAsync(CancellationToken.None);
        await host.Services.GetRequiredService<OnCall.Application.Directory.SetUp>().RunAsync(null, CancellationToken.None);
        return house;
    }

    public Task StartAsync() => _host.StartAsync();

    /// <summary>Stops the engine; the database stays open.</summary>
    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class NobodyLooks : IOpenInboxes
    {
        public ValueTask<IReadOnlySet<PersonId>> OpenAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
            new(new HashSet<PersonId>());
    }
}
