using Microsoft.Extensions.Options;
using OnCall.Data;

namespace OnCall.Api.Settings;

/// <summary>Checks every setting before anything runs, and keeps the host from writing a stack trace when the start fails.</summary>
internal sealed partial class StartChecks
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
        if (DatabaseOptions.Read(app.Configuration).TrustsAnyServer)
        {
            LogTrust(app.Services.GetRequiredService<ILogger<StartChecks>>());
        }

        app.Lifetime.ApplicationStarted.Register(() => _started = true);
    }

    [LoggerMessage(LogLevel.Warning, "The connection string to SQL Server says TrustServerCertificate: whoever stands between can answer as the database and read all of it. Have this machine trust the certificate's authority and leave it out; see docs/security.md.")]
    private static partial void LogTrust(ILogger log);
}
