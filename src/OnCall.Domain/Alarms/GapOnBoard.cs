using NodaTime;
using OnCall.Domain.Notices;

namespace OnCall.Domain.Alarms;

/// <summary>A gap as the board tells it.</summary>
/// <param name="Told">Who has been reached with it.</param>
/// <param name="Untold">Nobody has been reached, and there is nobody left to tell.</param>
public sealed record GapOnBoard(string Code, GapFact Gap, IReadOnlyList<string> Told, bool Untold);
