using NodaTime;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;

namespace OnCall.Domain.Tests.Alarms;

/// <summary>What the rules of alarms look at, all well unless a test says otherwise. Times are seconds after <see cref="Start"/>.</summary>
internal static class Trouble
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);
    private const long GiB = 1024L * 1024 * 1024;

    public static Instant At(double seconds) => Start + Duration.FromSeconds(seconds);

    public static NodeBeat Node(
        string node = "alpha/1/a", double at = 0, double? swept = null, bool engine = true, double drift = 0, DiskSpace? disk = null, params ChannelStreak[] channels) => new(
        node, engine, Start - Duration.FromHours(1), At(at), At(swept ?? at), Duration.FromSeconds(drift), disk ?? new DiskSpace(50 * GiB, 100 * GiB), null, channels)
        {
            PaperAt = At(at),
        };

    public static DiskSpace Disk(double freeMiB, double sizeMiB = 10_000) => new((long)(freeMiB * 1024 * 1024), (long)(sizeMiB * 1024 * 1024));

    public static ChannelStreak Sms(int failures, double lastFailure = 0, double? lastAnswer = null) => new(
        ContactMethodKind.Sms, failures, failures > 0 ? At(lastFailure - 20) : null, At(lastFailure), lastAnswer is { } answer ? At(answer) : null);

    /// <summary>An alarm that stands, as if the rules had raised it.</summary>
    public static Alarm Standing(ObservedAlarm observed, double lastSeen = 0) => new(
        new AlarmId(new Guid(7, 0, 0, new byte[8])), observed.Kind, observed.Subject, observed.Severity, observed.Detail, observed.Since ?? At(lastSeen), At(lastSeen), null);
}
