namespace OnCall.Application.Rosters.Files;

/// <summary>The file's own headings, so that a problem names the column that its author sees.</summary>
public sealed record RosterColumns(string Role, string EmployeeNo, string Name, string Start, string End, string Tier, string Label)
{
    /// <summary>Our own names, for a format that has no headings.</summary>
    public static RosterColumns Default { get; } = new("Role", "Employee no", "Name", "Start", "End", "Tier", "Shift");
}
