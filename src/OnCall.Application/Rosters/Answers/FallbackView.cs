using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Answers;

/// <summary>Where a page to an uncovered role goes: the first covered fallback role, else the dispatcher desk.</summary>
/// <param name="Responders">Nobody may be on shift at the desk: then all dispatchers see it on their boards.</param>
public sealed record FallbackView(RoleName Role, IReadOnlyList<ResponderView> Responders);
