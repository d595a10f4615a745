using System.Data.Common;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests;

public sealed class DatabaseClockTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 25, 0, 30);

    [Fact]
    public async Task All_nodes_show_the_databases_time_whatever_their_own_clock_says()
    {
        var (clock, _, _) = Node(ahead: Duration.FromSeconds(-90), roundTrips: [4, 4, 4]);
        await clock.MeasureAsync(CancellationToken.None);
        Assert.Equal(Duration.FromSeconds(-90), clock.Offset);
    }

    [Fact]
    public async Task The_offset_comes_from_the_quickest_of_three_looks()
    {
        // The database answers at the far end of each round trip, so a slow look errs by half of it.
        var (clock, _, _) = Node(ahead: Duration.Zero, roundTrips: [800, 20, 400], atFarEnd: true);
        await clock.MeasureAsync(CancellationToken.None);
        Assert.Equal(Duration.FromMilliseconds(10), clock.Offset);
    }

    [Theory]
    [InlineData(1001, true)]
    [InlineData(-1001, true)]
    [InlineData(1000, false)]
    [InlineData(0, false)]
    public async Task A_drift_above_one_second_is_warned_of(int milliseconds, bool warned)
    {
        var (clock, _, log) = Node(ahead: Duration.FromMilliseconds(milliseconds), roundTrips: [0, 0, 0]);
        await clock.MeasureAsync(CancellationToken.None);
        Assert.Equal(warned, clock.Drifted);
        Assert.Equal(warned ? 1 : 0, log.Warnings);
    }

    [Fact]
    public async Task Between_two_measurements_time_goes_on()
    {
        var (clock, process, _) = Node(ahead: Duration.FromSeconds(5), roundTrips: [0, 0, 0]);
        await clock.MeasureAsync(CancellationToken.None);
        process.Now += TimeSpan.FromSeconds(7);
        Assert.Equal(Start + Duration.FromSeconds(12), clock.GetCurrentInstant());
    }

    private static (DatabaseClock Clock, Process Process, Warned Log) Node(Duration ahead, int[] roundTrips, bool atFarEnd = false)
    {
        var process = new Process { Now = Start.ToDateTimeOffset() };
        var database = new RemoteDatabase(process, ahead, new Queue<int>(roundTrips), atFarEnd);
        var log = new Warned();
        return (new DatabaseClock(database, new ProcessClock(process), log), process, log);
    }

    private sealed class Process : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class RemoteDatabase(Process process, Duration ahead, Queue<int> roundTrips, bool atFarEnd) : Database(DatabaseProvider.SqlServer, "", TestSeal.Instance)
    {
        public override bool HasOwnClock => true;

        public override bool IsDuplicate(DbException error) => false;

        protected override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        protected internal override Task<Instant?> NowAsync(CancellationToken cancellationToken)
        {
            var roundTrip = TimeSpan.FromMilliseconds(roundTrips.Dequeue());
            process.Now += atFarEnd ? roundTrip : roundTrip / 2;
            var answer = Instant.FromDateTimeOffset(process.Now) + ahead;
            process.Now += atFarEnd ? TimeSpan.Zero : roundTrip / 2;
            return Task.FromResult<Instant?>(answer);
        }
    }

    private sealed class Warned : ILogger<DatabaseClock>
    {
        public int Warnings { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Warnings += logLevel == LogLevel.Warning ? 1 : 0;
    }
}
