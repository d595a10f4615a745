using NodaTime;

namespace OnCall.Api.Description;

/// <summary>Instants and ids that the examples share, so that they tell one story.</summary>
internal static class ExampleTimes
{
    internal static Instant Sent { get; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    internal static Instant ShiftStart { get; } = Instant.FromUtc(2026, 11, 23, 7, 0);

    internal static Instant ShiftEnd { get; } = Instant.FromUtc(2026, 11, 23, 19, 0);

    internal static Instant NextYear { get; } = Instant.FromUtc(2027, 1, 1, 0, 0);

    internal static Guid Id(int number) => new(0x0199a3c0, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)number);
}
