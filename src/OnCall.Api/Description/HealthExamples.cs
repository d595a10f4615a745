using NodaTime;
using OnCall.Api.Health;
using OnCall.Application.Alarms;
using OnCall.Application.Telemetry;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Description;

/// <summary>Bodies of health.</summary>
internal static class HealthExamples
{
    internal static IReadOnlyList<object> All { get; } =
    [
        new HealthStatus("ready"),
        new EngineStatus(
            "working", ExampleTimes.Sent, ExampleTimes.Sent + Duration.FromSeconds(12), 0, [ContactMethodKind.InApp, ContactMethodKind.Sms],
            [new QueueLine(ContactMethodKind.InApp, 0, 0, null), new QueueLine(ContactMethodKind.Sms, 0, 1, ExampleTimes.Sent + Duration.FromSeconds(12))],
            new ClockStatus(3.2, false), []),
        new AlarmView(
            "provider-down", "sms", "critical", "SMS: 3 attempts in a row were not taken since 08:58.", "Call people who have only this channel.", ExampleTimes.Sent, null),
    ];
}
