using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Shows one upload: of a preview, what it would change in the roster as it is at this moment.</summary>
public sealed class ReadRosterUpload(IRosterUploads uploads, IRosterReads rosters, IRosterPeople people, IDirectoryReads directory, RoleScopes scopes)
{
    /// <summary>As many differences as anybody reads; the counts are of all.</summary>
    private const int Most = 1000;

    public async Task<Answer<RosterUploadDetail>> RunAsync(Caller caller, UploadId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await uploads.FindAsync(id, cancellationToken) is not { } stored)
        {
            return RosterRefusals.NoSuchUpload;
        }

        if (await SchedulerOfAll.RefuseAsync(caller, stored, directory, scopes, cancellationToken) is { } refusal && !await IsAuditorOfAllAsync(caller, stored, cancellationToken))
        {
            return refusal;
        }

        var differences = stored.Draft is { } draft && stored.Upload.Status == UploadStatus.Preview ? await DifferencesAsync(draft, cancellationToken) : [];
        var shown = differences.Take(Most).ToList();
        return new RosterUploadDetail(
            RosterUploadLine.Of(stored.Upload),
            stored.Upload.Reading,
            stored.Upload.Problems,
            await LinesAsync(shown, stored.Draft, cancellationToken),
            differences.Count - shown.Count);
    }

    private async Task<bool> IsAuditorOfAllAsync(Caller caller, StoredUpload stored, CancellationToken cancellationToken) =>
        caller.May(Permission.Auditor)
        || (stored.Roles.Count > 0
            && (await scopes.OfAsync(await directory.RolesAsync(stored.Roles, cancellationToken), cancellationToken)).Values.All(s => caller.May(Permission.Auditor, s.UnitAndAbove)));

    private async Task<IReadOnlyList<ShiftDifference>> DifferencesAsync(RosterDraft draft, CancellationToken cancellationToken)
    {
        var ranges = RosterPublication.Ranges(draft.Shifts);
        var view = await rosters.LoadAsync([.. ranges.Select(r => r.Role)], ranges.Min(r => r.Start), ranges.Max(r => r.End), cancellationToken);
        return RosterPublication.Plan(view.Rosters.Values.SelectMany(r => r.Shifts), draft.Shifts).Differences;
    }

    private async Task<IReadOnlyList<RosterDifferenceLine>> LinesAsync(List<ShiftDifference> differences, RosterDraft? draft, CancellationToken cancellationToken)
    {
        if (differences.Count == 0)
        {
            return [];
        }

        var roleIds = differences.Select(d => d.Was?.Role ?? d.Becomes!.Role).Distinct().ToList();
        var roles = (await directory.RolesAsync(roleIds, cancellationToken)).ToDictionary(r => r.Id, r => new RoleName(r.Code, r.Name));
        var personIds = differences.SelectMany(d => new[] { d.Was?.Person, d.Becomes?.Person }).OfType<PersonId>().Distinct().ToList();
        var names = (await people.ByIdAsync(personIds, cancellationToken)).ToDictionary(p => p.Key, p => PersonName.Of(p.Value));
        foreach (var made in draft?.Roles ?? [])
        {
            roles.TryAdd(made.Id, new RoleName(made.Code, made.Name));
        }

        foreach (var made in draft?.People ?? [])
        {
            names.TryAdd(made.Id, new PersonName(made.EmployeeNo, made.Name));
        }

        return [.. differences.Select(d => new RosterDifferenceLine(
            d.Kind,
            roles.GetValueOrDefault(d.Was?.Role ?? d.Becomes!.Role, new RoleName("", "")),
            d.Was is { } was ? Shown(was.Person, was.Tier, was.Start, was.End, was.Label) : null,
            d.Becomes is { } now ? Shown(now.Person, now.Tier, now.Start, now.End, now.Label) : null))];

        WrittenShift Shown(PersonId person, int tier, Instant start, Instant end, string? label) =>
            new(names.GetValueOrDefault(person, PersonName.Of(null)), tier, start, end, label);
    }
}
