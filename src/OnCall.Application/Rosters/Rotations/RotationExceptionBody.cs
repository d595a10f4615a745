using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Who stands in from the hand-off time of a date to the next hand-off.</summary>
/// <param name="Date">A date by the wall clock of the role: <c>2026-12-24</c>.</param>
/// <param name="Person">An employee number; null for nobody, which is a gap.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[SuppressMessage("Naming", "CA1711", Justification = "The word of the field; nothing is thrown.")]
public sealed record RotationExceptionBody(string? Date, string? Person);
