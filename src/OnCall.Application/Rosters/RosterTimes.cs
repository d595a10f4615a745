using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters;

/// <summary>Reads the times that callers write.</summary>
internal static class RosterTimes
{
    public const string Advice = "Write a date, or a date and time: 2026-10-12, 2026-10-12T07:00 or 2026-10-12T07:00:00Z.";

    public static bool IsTime(string? text) => text is not null && Read(text).Kind is WrittenKind.DateOnly or WrittenKind.DateAndTime;

    /// <summary>A date alone is its first moment by the role's wall clock, so that [from, to) are whole local days.</summary>
    public static Instant At(string text, RosterClock clock) => clock.Map(Read(text).Time).At;

    /// <summary>Only a time with an offset is an instant for everybody; null for anything else.</summary>
    public static Instant? Exact(string text) =>
        Read(text) is { Kind: WrittenKind.DateAndTime, Time: { Offset: { } offset } time } ? time.Local.WithOffset(offset).ToInstant() : null;

    private static WrittenReading Read(string text)
    {
        var reading = WrittenTimeText.Read(text);

        // A plus sign that a caller forgot to escape arrives as a space.
        return reading.Kind == WrittenKind.Unreadable && text.Length > 6 && text[^6] == ' ' ? WrittenTimeText.Read($"{text[..^6]}+{text[^5..]}") : reading;
    }
}
