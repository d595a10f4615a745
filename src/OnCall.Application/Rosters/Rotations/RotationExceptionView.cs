using System.Diagnostics.CodeAnalysis;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Who stands in from the hand-off time of a date to the next hand-off.</summary>
/// <param name="Person">Null: nobody.</param>
[SuppressMessage("Naming", "CA1711", Justification = "The word of the field; nothing is thrown.")]
public sealed record RotationExceptionView(string Date, PersonName? Person);
