using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Audit;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Everything that one change of a rotation writes, in one transaction.</summary>
/// <param name="Rotation">As it will stand, with its new version; 1 makes it.</param>
/// <param name="Stamp">The stamp of the roster that it was decided on.</param>
/// <param name="Publishing">The shifts that go and come; null when none do.</param>
public sealed record RotationSaving(StoredRotation Rotation, long Stamp, RosterPublishing? Publishing, AuditEntry Audit);
