namespace OnCall.Application.Rosters.Paper;

/// <summary>Somebody on shift, as paper shows them.</summary>
/// <param name="Numbers">Telephones and pagers, as they are dialled; one that nobody has verified says so.</param>
public sealed record PaperPerson(int Tier, string EmployeeNo, string Name, IReadOnlyList<string> Numbers);
