using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OnCall.Data.SqlServer;

namespace OnCall.Data.Schema;

/// <summary>Before anything else of the program starts: the schema, brought up to date or only looked at, then the first look at the database's clock.</summary>
internal sealed class SchemaStartup(DatabaseOptions options, Database database, MigrationRunner migrations, DatabaseClock clock, ILogger<SchemaStartup> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await SqlServerRowVersions.CheckAsync(database, log, cancellationToken);
        await SqlServerRowCounts.CheckAsync(database, cancellationToken);
        if (options.Migrate)
        {
            await migrations.RunAsync(cancellationToken);
        }
        else
        {
            options.MustBeThere();
            await migrations.CheckAsync(cancellationToken);
        }

        await clock.MeasureAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
