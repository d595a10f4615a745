using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Telemetry;

namespace OnCall.Data;

/// <summary>
/// The time of the whole installation: this process's clock plus the measured offset of the database's clock, so that
/// all nodes agree on what is due. With SQLite the two are one clock and the offset is zero.
/// </summary>
public sealed partial class DatabaseClock(Database database, ProcessClock process, ILogger<DatabaseClock> log) : IClock, IClockOffset
{
    /// <summary>A node whose own clock is further off than this is reported.</summary>
    public static readonly Duration Tolerance = Duration.FromSeconds(1);

    private const int Samples = 3;
    private long _offsetTicks;

    /// <summary>The database's clock minus this process's clock, as last measured; zero before the first measurement.</summary>
    public Duration Offset => Duration.FromTicks(Volatile.Read(ref _offsetTicks));

    /// <summary>True while this node's own clock is further off than <see cref="Tolerance"/>.</summary>
    public bool Drifted => Offset > Tolerance || Offset < -Tolerance;

    public Instant GetCurrentInstant() => process.GetCurrentInstant() + Offset;

    /// <summary>Measures the offset, and warns when this node's clock is further off than <see cref="Tolerance"/>.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var best = await SampleAsync(cancellationToken);
        for (var i = 1; i < Samples && database.HasOwnClock; i++)
        {
            var sample = await SampleAsync(cancellationToken);
            best = sample.RoundTrip < best.RoundTrip ? sample : best;
        }

        Volatile.Write(ref _offsetTicks, (long)best.Offset.TotalTicks);
        if (Drifted)
        {
            ClockDrifted(log, best.Offset.TotalSeconds);
        }
    }

    // The database read its clock somewhere in the round trip; its middle errs by half of it at most.
    private async Task<(Duration Offset, Duration RoundTrip)> SampleAsync(CancellationToken cancellationToken)
    {
        var before = process.GetCurrentInstant();
        var there = await database.NowAsync(cancellationToken);
        var roundTrip = process.GetCurrentInstant() - before;
        return there is { } instant ? (instant - (before + (roundTrip / 2)), roundTrip) : (Duration.Zero, roundTrip);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database's clock is {Seconds:F3} s away from this node's. OnCall goes by the database; set this node's clock right (NTP).")]
    private static partial void ClockDrifted(ILogger log, double seconds);
}
