using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using OnCall.Application;
using Xunit;

namespace OnCall.Data.Tests;

public sealed class DataServicesTests
{
    [Fact]
    public async Task A_host_has_its_schema_before_its_first_service_starts()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-test-");
        try
        {
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
            builder.Configuration.AddInMemoryCollection([new("OnCall:DataDirectory", folder.FullName)]);
            builder.Services.AddOnCallData(builder.Configuration);
            builder.Services.AddHostedService<FirstService>();
            using var host = builder.Build();
            await host.StartAsync();
            Assert.Equal(1, host.Services.GetServices<IHostedService>().OfType<FirstService>().Single().Stamps);
            Assert.IsType<DatabaseClock>(host.Services.GetRequiredService<IClock>());
            Assert.Equal(7, host.Services.GetRequiredService<IIdSource>().NewId().Version);
            await host.StopAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Asks in its start, as a service that continues the work of yesterday does.
    private sealed class FirstService(Database database) : IHostedService
    {
        public int Stamps { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken) => Stamps = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<int>("select count(*) from roster_stamp"), cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
