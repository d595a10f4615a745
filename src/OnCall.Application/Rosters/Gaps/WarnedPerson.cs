using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>Somebody who was to be told of a gap, and how far their notice has come.</summary>
public sealed record WarnedPerson(PersonId Person, string EmployeeNo, string Name, NoticeState State, Instant? SeenAt)
{
    /// <summary>A provider has taken it, or they have seen it in OnCall.</summary>
    public bool HasReached => State == NoticeState.Told || SeenAt is not null;
}
