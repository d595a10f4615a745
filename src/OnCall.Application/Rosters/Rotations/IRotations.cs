using NodaTime;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Keeps rotations. Every write bumps the roster stamp.</summary>
public interface IRotations
{
    /// <summary>The rotation with that code, ended or not; null when there never was one.</summary>
    Task<StoredRotation?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>Every rotation that has not been ended, by code.</summary>
    Task<IReadOnlyList<StoredRotation>> AllAsync(CancellationToken cancellationToken);

    /// <summary>The shifts in force that came from this rotation and end after an instant.</summary>
    Task<IReadOnlySet<ShiftId>> OwnShiftsAsync(RotationId rotation, Instant after, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the rotation and its publication as a whole or not at all. False when the roster stamp or the rotation has moved, or
    /// somebody has made one with the same code: load again and decide anew.
    /// </summary>
    Task<bool> SaveAsync(RotationSaving saving, CancellationToken cancellationToken);
}
