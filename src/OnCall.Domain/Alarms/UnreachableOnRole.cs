namespace OnCall.Domain.Alarms;

/// <summary>The people on shift for a role who cannot be reached.</summary>
/// <param name="Code">The role's code.</param>
/// <param name="People">Their names, the longest on shift first.</param>
/// <param name="NobodyElse">Nobody else on shift for it can be reached either.</param>
public sealed record UnreachableOnRole(string Code, string Name, IReadOnlyList<string> People, bool NobodyElse);
