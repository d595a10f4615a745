namespace OnCall.Api.Health;

/// <param name="OffsetMs">The database's clock minus this machine's, in milliseconds, as last measured.</param>
/// <param name="Drifted">Further off than a second: set this machine's clock right.</param>
internal sealed record ClockStatus(double OffsetMs, bool Drifted);
