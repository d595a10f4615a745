using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Which pages a board shows. A member that names nothing narrows nothing, so that a wrong one never empties a board.</summary>
/// <param name="Urgency">Null for any.</param>
/// <param name="Unit">The code of a unit: its roles and those of the units below it. Null, or unknown, for any.</param>
/// <param name="AtDesk">Only those that stand at the desk.</param>
public sealed record BoardFilter(Urgency? Urgency, string? Unit, bool AtDesk)
{
    /// <summary>Every page.</summary>
    public static BoardFilter All { get; } = new(null, null, false);
}
