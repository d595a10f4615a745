using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OnCall.Data;

/// <summary>Warns at the start of a connection string by which anybody who stands between could answer as the database.</summary>
internal sealed partial class ServerTrust(DatabaseOptions options, ILogger<ServerTrust> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.TrustsAnyServer)
        {
            TrustsAny(log);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection string to SQL Server says TrustServerCertificate: whoever stands between can answer as the database and read all of it. Have this machine trust the certificate's authority and leave it out; see docs/security.md.")]
    private static partial void TrustsAny(ILogger log);
}
