using OnCall.Domain.Access;
using OnCall.Domain.Directory;

namespace OnCall.Application.Directory;

/// <summary>A person and what they may, as they were when a change of them was decided.</summary>
public sealed record StandingPerson(Person Person, IReadOnlyList<Grant> Grants);
