using NodaTime;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Where rosters of one kind come from again and again, and what was told by hand about its files.</summary>
/// <param name="Name">As schedulers call it; in any case of letters.</param>
/// <param name="UpdatedBy">The key of whoever told it last.</param>
public sealed record RosterSource(string Name, SourceSettings Settings, Instant UpdatedAt, string UpdatedBy);
