using NodaTime;

namespace OnCall.Domain.Roles;

/// <summary>A day off of a unit and of those below it, by the wall clock of each role.</summary>
public sealed record Holiday(LocalDate Date, string Name);
