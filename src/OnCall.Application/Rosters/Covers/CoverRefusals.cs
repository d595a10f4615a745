using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Covers;

/// <summary>Why a cover cannot be made, by field.</summary>
internal static class CoverRefusals
{
    public static Refusal Busy { get; } = new(
        RefusalKind.Conflict, "roster-busy", "The roster keeps changing", "Others were changing rosters at the same moment. Nothing was stored: send the cover once more.");

    public static Refusal? OfPeople(AddCoverRequest request, RosterPerson? person, RosterPerson? instead)
    {
        var problems = new List<InputProblem>();
        if (person is null)
        {
            problems.Add(new InputProblem("person", "Nobody has this employee number.", request.Person));
        }
        else if (!person.Active)
        {
            problems.Add(new InputProblem("person", $"{person.Name} is not active and is never paged.", request.Person));
        }

        if (instead is null && !string.IsNullOrEmpty(request.Instead))
        {
            problems.Add(new InputProblem("instead", "Nobody has this employee number.", request.Instead));
        }

        return problems.Count > 0 ? Refusal.Invalid([.. problems]) : null;
    }

    public static Refusal Several(IReadOnlyDictionary<PersonId, RosterPerson> people)
    {
        var names = string.Join(", ", people.Values.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name} ({p.EmployeeNo})"));
        return Refusal.Invalid(new InputProblem("instead", $"Several people are on tier 1 in that time: {names}. Say who is stood in for."));
    }

    public static Refusal NotOn(AddCoverRequest request, RosterPerson instead, Role role) =>
        Refusal.Invalid(new InputProblem("instead", $"{instead.Name} is not on '{role.Name}' at any time between from and to.", request.Instead));
}
