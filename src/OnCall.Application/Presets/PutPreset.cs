using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;
using OnCall.Domain.Presets;
using OnCall.Domain.Roles;

namespace OnCall.Application.Presets;

/// <summary>Creates or changes a preset. Whoever administers its unit may; one of no unit is the whole hospital's.</summary>
public sealed class PutPreset(IPresetStore presets, IDirectoryReads directory, IOrgUnitStore units, PresetViews views, IIdSource ids, IClock clock)
{
    private static readonly PutPresetValidator Validator = new();

    /// <param name="shown">What <see cref="Shown.Mark"/> gives for what the caller saw; null writes whatever stands there.</param>
    public Task<Answer<PresetView>> RunAsync(Caller caller, PutPresetRequest request, CancellationToken cancellationToken, string? shown = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        return Raced.RetryAsync(Validator, request, () => TryAsync(caller, request, shown, cancellationToken));
    }

    private async Task<Answer<PresetView>?> TryAsync(Caller caller, PutPresetRequest request, string? shown, CancellationToken cancellationToken)
    {
        var tree = await units.TreeAsync(cancellationToken);
        var before = await presets.FindAsync(request.Code!, cancellationToken);
        var unit = request.OrgUnit is null ? null : tree.Find(request.OrgUnit);
        if (!caller.May(Permission.Admin, tree.Above(unit?.Id)) || (before is not null && !caller.May(Permission.Admin, tree.Above(before.OrgUnit))))
        {
            return DirectoryProblems.NotAdministrator();
        }

        if (await Shown.RefuseAsync(shown, before, async b => (await views.OfAsync([b], cancellationToken))[0]) is { } stale)
        {
            return stale;
        }

        var found = await directory.FindRolesAsync([.. request.Roles!], cancellationToken);
        IReadOnlyList<InputProblem> problems =
        [
            .. request.OrgUnit is not null && unit is null ? new[] { DirectoryProblems.NoUnit("orgUnit", request.OrgUnit) } : [],
            .. RoleProblems(request.Roles!, found),
        ];
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        _ = UrgencyNames.TryParse(request.Urgency, out var urgency);
        var preset = new Preset(
            before?.Id ?? new PresetId(ids.NewId()), before?.Code ?? request.Code!, request.Name!.Trim(), unit?.Id, urgency, Blank(request.Subject), Blank(request.Body),
            [.. found.Select(r => r!.Id)], request.AsksWhere, request.Active);
        var view = (await views.OfAsync([preset], cancellationToken))[0];
        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "preset.put", "preset:" + preset.Code, view);
        return await presets.SaveAsync(preset, before is null, audit, cancellationToken) == SaveResult.Raced ? null
            : before is null ? Answer<PresetView>.Created(view)
            : view;
    }

    private static IEnumerable<InputProblem> RoleProblems(IReadOnlyList<string> written, IReadOnlyList<Role?> found)
    {
        var seen = new HashSet<RoleId>();
        for (var i = 0; i < written.Count; i++)
        {
            if (found[i] is not { } role)
            {
                yield return new InputProblem($"roles[{i}]", "There is no role with this code, name or alias.", written[i]);
            }
            else if (!seen.Add(role.Id))
            {
                yield return new InputProblem($"roles[{i}]", "This role is named twice: each is paged once.", written[i]);
            }
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
