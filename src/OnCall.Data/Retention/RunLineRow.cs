using NodaTime;
using OnCall.Application.Retention;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;

namespace OnCall.Data.Retention;

/// <summary>A line of a report, as a row.</summary>
internal sealed class RunLineRow
{
    public RetentionRunId Run { get; set; }

    public string Class { get; set; } = "";

    public string Kind { get; set; } = "";

    public OrgUnitId? OrgUnit { get; set; }

    public int Days { get; set; }

    public int Purged { get; set; }

    public Instant OldestAt { get; set; }

    public Instant NewestAt { get; set; }

    public PurgedCount ToCount() => new(Enum.Parse<RetentionClass>(Class), Enum.Parse<KeptKind>(Kind), OrgUnit, Days, Purged, OldestAt, NewestAt);
}
