using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>An alarm as readers see it.</summary>
/// <param name="Kind"><c>engine-stopped</c>, <c>provider-down</c> and so on.</param>
/// <param name="Subject">Which one: a channel, a machine, a role's code.</param>
/// <param name="Severity"><c>warning</c>, <c>serious</c>, or <c>critical</c>: then the board rings.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="Since">When what is wrong began.</param>
/// <param name="ClearedAt">Null while it stands.</param>
public sealed record AlarmView(string Kind, string Subject, string Severity, string Detail, string Advice, Instant Since, Instant? ClearedAt)
{
    internal static AlarmView Of(Alarm alarm) => new(
        KebabCase.Of(alarm.Kind.ToString()), alarm.Subject, KebabCase.Of(alarm.Severity.ToString()), alarm.Detail, AlarmAdvice.Of(alarm.Kind), alarm.Since,
        alarm.ClearedAt);
}
