using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Why a rotation is not taken or shown.</summary>
internal static class RotationRefusals
{
    public static Refusal Busy { get; } = new(
        RefusalKind.Conflict, "roster-busy", "The roster keeps changing", "Others were changing rosters at the same moment, again and again. Nothing was stored: send it again.");

    public static Refusal Unknown(string code) => new(RefusalKind.NotFound, "unknown-rotation", "No such rotation", $"No rotation has the code '{code}'.");

    public static Refusal OtherRole(Role role) => Refusal.Invalid(
        new InputProblem("role", $"This rotation is of '{role.Name}'. End it (DELETE) before it becomes another role's, or take another code."));
}
