namespace OnCall.Application.Directory;

/// <summary>Refusals of the directory.</summary>
internal static class DirectoryProblems
{
    internal static Refusal NotAdministrator() =>
        Refusal.Forbidden("This needs the permission admin for the unit that it concerns, or for the whole hospital where there is none.");

    internal static Refusal CannotSee() => Refusal.Forbidden("Your permissions do not reach this.");

    internal static Refusal Unknown(string slug, string title, string detail) => new(RefusalKind.NotFound, slug, title, detail);

    internal static Refusal NoPerson(string employeeNo) => Unknown("unknown-person", "No such person", $"Nobody has the employee number '{employeeNo}'.");

    internal static Refusal Inactive() =>
        new(RefusalKind.Conflict, "inactive-person", "This person is not active", "Make the person active first; who is not active cannot sign in.");

    internal static Refusal Busy() =>
        new(RefusalKind.Conflict, "changed-meanwhile", "Changed meanwhile", "Somebody else changed the same thing in the same moment. Nothing was written; send it again.");

    internal static InputProblem NoUnit(string field, string? value) => new(field, "There is no unit with this code.", value);
}
