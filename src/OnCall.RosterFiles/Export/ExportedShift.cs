using NodaTime;

namespace OnCall.RosterFiles.Export;

/// <summary>One shift as a roster file writes it, by the wall clock of the roster's zone.</summary>
/// <param name="Tier">1, 2 or 3.</param>
/// <param name="Label">The roster's own word for the shift, or null.</param>
/// <param name="StartOffset">Where the local start comes twice, which of the two it is; otherwise null.</param>
/// <param name="EndOffset">The same of the end.</param>
public sealed record ExportedShift(
    string Role,
    string EmployeeNo,
    string Name,
    LocalDateTime Start,
    LocalDateTime End,
    int Tier,
    string? Label,
    Offset? StartOffset = null,
    Offset? EndOffset = null);
