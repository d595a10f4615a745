using Microsoft.Extensions.Logging;
using Xunit;

namespace OnCall.Data.Tests;

public sealed class ServerTrustTests
{
    [Theory]
    [InlineData(DatabaseProvider.SqlServer, "Server=db;Database=oncall;TrustServerCertificate=true", 1)]
    [InlineData(DatabaseProvider.SqlServer, "Server=db;Database=oncall;Trust Server Certificate=yes;Password=hunter2", 1)]
    [InlineData(DatabaseProvider.SqlServer, "Server=db;Database=oncall", 0)]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=oncall.db", 0)]
    public async Task Whoever_lets_anybody_answer_as_the_database_is_warned_at_the_start(DatabaseProvider provider, string connectionString, int warnings)
    {
        var log = new Lines();
        await new ServerTrust(new DatabaseOptions(provider, connectionString), log).StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(warnings, log.Warnings.Count);
        Assert.DoesNotContain(log.Warnings, w => w.Contains("hunter2", StringComparison.Ordinal));
    }

    private sealed class Lines : ILogger<ServerTrust>
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                Warnings.Add(formatter(state, exception));
            }
        }
    }
}
