using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Shifts;

/// <summary>Why a shift cannot be put on a roster, or taken off it, by hand.</summary>
internal static class ShiftRefusals
{
    public static Refusal Busy { get; } = new(
        RefusalKind.Conflict, "roster-busy", "The roster keeps changing", "Others were changing rosters at the same moment. Nothing was stored: send it once more.");

    public static Refusal Past { get; } = Refusal.Invalid(new InputProblem("to", "This is past. Who was on stays on record: upload a file to correct what was written wrongly."));

    public static Refusal NoSuchPerson(string? employeeNo) => Refusal.Invalid(new InputProblem("person", "Nobody has this employee number.", employeeNo));

    public static Refusal Inactive(string name) => Refusal.Invalid(new InputProblem("person", $"{name} is not active and is never paged."));

    public static Refusal OnAlready(string name, Role role) =>
        Refusal.Invalid(new InputProblem("person", $"{name} is on '{role.Name}' already at some time of that shift. Nobody holds two places of one role."));

    public static Refusal NoSuchShift(string name, Role role) => new(
        RefusalKind.NotFound, "unknown-shift", "No such shift", $"{name} has no shift on '{role.Name}' that begins then. It may have been changed meanwhile: look at the roster again.");
}
