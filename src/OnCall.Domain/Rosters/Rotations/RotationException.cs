using System.Diagnostics.CodeAnalysis;
using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters.Rotations;

/// <summary>Who stands in from the hand-off time of a date to the next hand-off. The order of turns goes on as if nothing were.</summary>
/// <param name="Person">Null: nobody, which is a gap.</param>
[SuppressMessage("Naming", "CA1710", Justification = "The word of the field; nothing is thrown.")]
[SuppressMessage("Naming", "CA1711", Justification = "The word of the field; nothing is thrown.")]
public sealed record RotationException(LocalDate Date, PersonId? Person);
