using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>A rotation's shifts as a publication like any other: listed, rolled back, audited with the uploads.</summary>
internal static class RotationPublications
{
    /// <summary>As many shifts and differences as anybody reads.</summary>
    private const int Most = 1000;

    /// <summary>Null where the roster says it already.</summary>
    public static RosterPublishing? Of(Caller caller, PlannedRotation planned, RoleScope scope, UploadId id, IReadOnlyList<RosterProblem> problems, Instant now)
    {
        if (planned.Plan.IsUnchanged)
        {
            return null;
        }

        var rotation = planned.Rotation.Rotation;
        var rows = planned.Plan.Added.Count;
        var content = SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(planned.Plan.Added.Select(s => new { Person = s.Person.Value, s.Tier, From = s.Start.ToUnixTimeMilliseconds(), To = s.End.ToUnixTimeMilliseconds(), s.Label }))));
        var upload = new RosterUpload(
            id, now, caller.Name, rotation.Code, Convert.ToHexStringLower(content), scope.Zone.Id, "rotation", "utf-8", rows, rows,
            UploadStatus.Published, planned.Plan.Changes, problems, now)
        {
            Rotation = rotation.Id,
        };
        var draft = new RosterDraft("", [], [], planned.Plan.Added);
        return new RosterPublishing(upload, IsPreview: false, draft, planned.Plan, planned.View.Stamp, RosterAudit.Upload(caller, now, upload));
    }

    public static RotationOutcome Outcome(
        PlannedRotation planned, RoleScope scope, UploadId? upload, IReadOnlyList<RosterProblem> problems, IReadOnlyDictionary<PersonId, RosterPerson> people)
    {
        var role = new RoleName(scope.Role.Code, scope.Role.Name);
        var shifts = planned.Shifts();
        var differences = planned.Plan.Differences;
        return new RotationOutcome(
            RotationForm.Show(planned.Rotation.Rotation, planned.Rotation.MadeTo, scope, people),
            upload?.Value,
            planned.Plan.Changes,
            problems,
            [.. shifts.Take(Most).Select(Shown)],
            [.. differences.Take(Most).Select(d => new RosterDifferenceLine(
                d.Kind, role, d.Was is { } was ? Shown(NewShift.Of(was)) : null, d.Becomes is { } becomes ? Shown(becomes) : null))],
            Math.Max(0, shifts.Count - Most) + Math.Max(0, differences.Count - Most));

        WrittenShift Shown(NewShift s) => new(PersonName.Of(people.GetValueOrDefault(s.Person)), s.Tier, s.Start, s.End, s.Label);
    }
}
