namespace OnCall.Application.Rosters.Files;

/// <summary>A person as a roster file writes them. At least one of the four is there; the first that anybody is known by counts.</summary>
/// <param name="EmployeeNo">The employee number, or what stands in the column for it.</param>
/// <param name="OtherNo">A second number of the file's own, asked when nobody has the first.</param>
/// <param name="Mail">A mail address.</param>
/// <param name="Name">A full name; it identifies only where nothing else is written.</param>
public sealed record WrittenPerson(string? EmployeeNo, string? Name = null, string? Mail = null, string? OtherNo = null)
{
    /// <summary>What identifies the person, as the file has it.</summary>
    public string Shown => EmployeeNo ?? Mail ?? Name ?? OtherNo ?? "";
}
