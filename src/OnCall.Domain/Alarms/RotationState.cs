using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>How a rotation stands.</summary>
/// <param name="Role">The role's name; null where there is no such role any more.</param>
/// <param name="Gone">The names of those who take turns by it and are not active.</param>
/// <param name="NobodyLeft">Nobody is left to take a turn.</param>
/// <param name="MadeTo">To where its shifts are made.</param>
/// <param name="Least">How far ahead they are made at the least.</param>
/// <param name="End">Of the rotation; null without an end.</param>
public sealed record RotationState(string Code, string? Role, IReadOnlyList<string> Gone, bool NobodyLeft, Instant MadeTo, Duration Least, Instant? End);
