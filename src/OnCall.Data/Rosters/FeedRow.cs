using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Feeds;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

internal sealed class FeedRow
{
    public FeedId Id { get; set; }

    public RoleId? Role { get; set; }

    public int Version { get; set; }

    public string ContentHash { get; set; } = "";

    public Instant ChangedAt { get; set; }

    public PersonId Person { get; set; }

    public string EmployeeNo { get; set; } = "";

    public string Name { get; set; } = "";

    public HeldFeed ToFeed() => new(Id, Person, new PersonName(EmployeeNo, Name), Role, Version, ContentHash, ChangedAt);
}
