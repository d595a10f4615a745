using NodaTime;

namespace OnCall.RosterFiles.Grid;

/// <summary>One day of a grid.</summary>
/// <param name="Shown">As the sheet writes it.</param>
internal sealed record GridDay(int Column, LocalDate Date, string Shown);
