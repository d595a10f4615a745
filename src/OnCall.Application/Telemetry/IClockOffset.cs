using NodaTime;

namespace OnCall.Application.Telemetry;

/// <summary>How far this machine's clock is off the database's, by which the installation goes.</summary>
public interface IClockOffset
{
    /// <summary>The database's clock minus this machine's, as last measured; zero where the two are one.</summary>
    Duration Offset { get; }

    /// <summary>Further off than a second.</summary>
    bool Drifted { get; }
}
