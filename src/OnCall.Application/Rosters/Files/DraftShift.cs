using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Files;

/// <summary>One row of a roster file as it was written: nothing in it has been looked up yet.</summary>
/// <param name="Row">As a spreadsheet numbers it: the headings are row 1. In a text without rows, the line.</param>
/// <param name="Role">Any of the role's names.</param>
/// <param name="Tier">1, 2 or 3.</param>
/// <param name="Label">The roster's own word for the shift, or null.</param>
public sealed record DraftShift(
    int Row,
    string Role,
    WrittenPerson Person,
    WrittenTime Start,
    WrittenTime End,
    int Tier,
    string? Label)
{
    /// <summary>The department that the role belongs to, where the file writes it in a place of its own.</summary>
    public string? Department { get; init; }
}
