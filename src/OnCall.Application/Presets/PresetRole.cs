using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Answers;

namespace OnCall.Application.Presets;

/// <summary>A role of a preset, and who answers for it.</summary>
/// <param name="Now">Null for a role that was made a moment ago and is not in the roster in memory yet.</param>
/// <param name="Zone">By whose wall clock its times are told.</param>
public sealed record PresetRole(RoleName Role, ResolveView? Now, DateTimeZone Zone);
