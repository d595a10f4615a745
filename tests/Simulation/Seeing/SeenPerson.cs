using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>A person as the database has them.</summary>
/// <param name="Verified">The kinds and addresses of their verified contact methods.</param>
internal sealed record SeenPerson(PersonId Id, bool Active, bool IsDispatcher, bool IsAdmin, IReadOnlyList<(ContactMethodKind Kind, string Address)> Verified);
