using OnCall.Domain.Directory;

namespace OnCall.Application.Access;

/// <summary>Whom a key belongs to.</summary>
/// <param name="Person">Null for an integration.</param>
public sealed record KeyOwner(PersonId? Person, string? Integration, bool Revoked);
