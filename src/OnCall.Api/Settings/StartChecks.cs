using Microsoft.Extensions.Options;

namespace OnCall.Api.Settings;

/// <summary>Checks every setting before anything runs, and keeps the host from writing a stack trace when the start fails.</summary>
internal sealed class StartChecks
{
    private static readonly string[] Talkative = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Hosting.Diagnostics"];

    private volatile bool _started;

    internal static void Add(WebApplicationBuilder builder)
    {
        var checks = new StartChecks();
        builder.Services.AddSingleton(checks);
        foreach (var category in Talkative)
        {
            builder.Logging.AddFilter(category, level => checks._started && level >= LogLevel.Warning);
        }
    }

    internal void Run(WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        app.Lifetime.ApplicationStarted.Register(() => _started = true);
    }
}
