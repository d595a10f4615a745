using NodaTime;
using OnCall.Application.Rosters.Gaps;
using OnCall.Data.Notices;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Data.Rosters;

internal sealed class GapWarningRow
{
    public GapWarningId Id { get; set; }

    public RoleId Role { get; set; }

    public string RoleCode { get; set; } = "";

    public string RoleName { get; set; } = "";

    public string Zone { get; set; } = "";

    public Instant StartAt { get; set; }

    public Instant? EndAt { get; set; }

    public string Size { get; set; } = "";

    public string Lead { get; set; } = "";

    public int Circle { get; set; }

    public Instant WarnedAt { get; set; }

    public Instant? UntoldAt { get; set; }

    public bool NeverRostered { get; set; }

    public GapWarning ToWarning(IEnumerable<WarnedPerson> people) => new(
        Id, Role, RoleCode, RoleName, StoredZone.Of(Zone), StartAt, EndAt, Enum.Parse<GapSize>(Size), Enum.Parse<GapLead>(Lead), Circle, WarnedAt, UntoldAt,
        NeverRostered, [.. people]);
}
