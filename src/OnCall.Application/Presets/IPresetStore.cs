using OnCall.Application.Directory;
using OnCall.Domain.Audit;
using OnCall.Domain.Presets;

namespace OnCall.Application.Presets;

/// <summary>The presets and their roles.</summary>
public interface IPresetStore
{
    /// <summary>The one with that code, in any case of letters; null when there is none.</summary>
    Task<Preset?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>Every preset, by code.</summary>
    Task<IReadOnlyList<Preset>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Writes it with its roles as a whole. One that is changed and was removed meanwhile is <see cref="SaveResult.Raced"/>.</summary>
    Task<SaveResult> SaveAsync(Preset preset, bool isNew, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Removes it; false when somebody else did before, and then nothing is written.</summary>
    Task<bool> RemoveAsync(PresetId preset, AuditEntry audit, CancellationToken cancellationToken);
}
