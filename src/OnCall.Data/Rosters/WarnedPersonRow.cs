using NodaTime;
using OnCall.Application.Rosters.Gaps;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Data.Rosters;

internal sealed class WarnedPersonRow
{
    public GapWarningId Warning { get; set; }

    public PersonId Person { get; set; }

    public string EmployeeNo { get; set; } = "";

    public string Name { get; set; } = "";

    public string State { get; set; } = "";

    public Instant? SeenAt { get; set; }

    public WarnedPerson ToPerson() => new(Person, EmployeeNo, Name, Enum.Parse<NoticeState>(State), SeenAt);
}
