namespace OnCall.Application.Rosters.Swaps;

/// <summary>Something about a swap that the two and the scheduler should know; it stops nothing.</summary>
/// <param name="Code"><c>double-booked</c>, <c>over-24-hours</c> or <c>no-working-contact-method</c>, as in uploads.</param>
public sealed record SwapWarning(string Code, PersonName Person, string Message);
