using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Presets;

/// <summary>Removes a preset for good. Pages that it made go on.</summary>
public sealed class RemovePreset(IPresetStore presets, IOrgUnitStore units, PresetViews views, IClock clock)
{
    /// <param name="shown">What <see cref="Shown.Mark"/> gives for what the caller saw; null removes whatever stands there.</param>
    public async Task<Answer<PresetView>> RunAsync(Caller caller, string code, CancellationToken cancellationToken, string? shown = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var preset = await presets.FindAsync(code, cancellationToken);
        var tree = await units.TreeAsync(cancellationToken);
        if (!(preset is null ? caller.Grants.Any(g => g.Permission == Permission.Admin) : caller.May(Permission.Admin, tree.Above(preset.OrgUnit))))
        {
            return DirectoryProblems.NotAdministrator();
        }

        if (preset is null)
        {
            return PresetProblems.Unknown(code);
        }

        var view = (await views.OfAsync([preset], cancellationToken))[0];
        if (await Shown.RefuseAsync(shown, view, Task.FromResult) is { } stale)
        {
            return stale;
        }

        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "preset.remove", "preset:" + preset.Code, view);
        return await presets.RemoveAsync(preset.Id, audit, cancellationToken) ? view : PresetProblems.Unknown(code);
    }
}
