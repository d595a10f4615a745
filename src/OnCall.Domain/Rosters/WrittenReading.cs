using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>The outcome of reading a written date and time.</summary>
/// <param name="Time">What was written; for a date alone, its midnight.</param>
public readonly record struct WrittenReading(WrittenKind Kind, WrittenTime Time)
{
    internal static WrittenReading Not(WrittenKind kind) => new(kind, default);

    internal static WrittenReading Day(LocalDate date) => new(WrittenKind.DateOnly, new WrittenTime(date.AtMidnight(), null));
}
