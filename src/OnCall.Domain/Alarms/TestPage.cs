using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>A page that OnCall sent itself, as the database has it.</summary>
/// <param name="Delivered">Its notification went through a channel.</param>
/// <param name="AnsweredAt">When it was acknowledged and closed; null when it never was.</param>
public sealed record TestPage(Instant SentAt, bool Delivered, Instant? AnsweredAt);
