using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OnCall.Application;
using OnCall.Application.Access;
using OnCall.Data;
using OnCall.RosterFiles;
using OnCall.Scheduler;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>The program's own composition, with the world around it replaced.</summary>
internal static class Composition
{
    private static readonly ServiceDescriptor[] Production = [.. Compose()];

    public static ServiceProvider Of(Action<IServiceCollection> replace)
    {
        IServiceCollection services = new ServiceCollection();
        foreach (var service in Production)
        {
            services.Add(service);
        }

        replace(services);
        return services.BuildServiceProvider();
    }

    private static IServiceCollection Compose()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("OnCall:Database:ConnectionString", "Data Source=:memory:")])
            .Build();
        return new ServiceCollection()
            .AddOnCallData(settings)
            .AddOnCallApplication()
            .AddRosterFiles()
            .AddOnCallScheduler(inProcess: true)
            .AddSingleton<EscalationSweepJob>()
            .AddSingleton<NotificationJob>()
            .AddSingleton<HousekeepingJob>()
            .AddSingleton<IKeyCache, NoKeys>()
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>));
    }

    private sealed class NoKeys : IKeyCache
    {
        public void Empty()
        {
        }
    }
}
