using OnCall.Application.Alarms;

namespace OnCall.Api.Streams;

/// <summary>The event <c>alarms</c> of the board's stream: all that stand, each time that they change.</summary>
/// <param name="Sound">A critical one is among them: the board rings.</param>
internal sealed record BoardAlarms(IReadOnlyList<AlarmView> Items, bool Sound)
{
    internal static BoardAlarms Of(IReadOnlyList<AlarmView> alarms) => new(alarms, alarms.Any(a => a.Severity == "critical"));
}
