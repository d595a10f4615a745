using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>What an event says beside its times.</summary>
/// <param name="People">Each has a shift of their own at the event's times.</param>
internal sealed record EventDetails(string Role, IReadOnlyList<WrittenPerson> People, int Tier, string? Label);
