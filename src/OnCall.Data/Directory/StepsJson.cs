using System.Text.Json;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>A policy's steps as their column keeps them: JSON, with roles and people by id, since codes and numbers may change.</summary>
internal static class StepsJson
{
    internal static string Write(IReadOnlyList<Step> steps) => JsonSerializer.Serialize(steps.Select(s => new StoredStep(
        s.WaitSeconds,
        [.. s.Targets.Select(t => new StoredTarget(t.Kind.ToString(), t.Role?.Value, t.Tier, t.Person?.Value))],
        s.Acknowledgements,
        s.Repeat)));

    internal static IReadOnlyList<Step> Read(string json) =>
        [.. JsonSerializer.Deserialize<List<StoredStep>>(json)!.Select(s => new Step(s.WaitSeconds, [.. s.Targets.Select(Target)], s.Acknowledgements, s.Repeat))];

    private static StepTarget Target(StoredTarget t) => new(
        Enum.Parse<TargetKind>(t.Kind),
        t.Role is { } role ? new RoleId(role) : null,
        t.Tier,
        t.Person is { } person ? new PersonId(person) : null);

    private sealed record StoredStep(int WaitSeconds, List<StoredTarget> Targets, int Acknowledgements, int Repeat);

    private sealed record StoredTarget(string Kind, Guid? Role, int? Tier, Guid? Person);
}
