using NodaTime;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>A page that a sender was told is accepted.</summary>
/// <param name="AskedAt">When it was sent for the first time, by the database's clock.</param>
/// <param name="AnsweredAt">When the sender knew.</param>
internal sealed record AcceptedPage(Guid Id, string Reference, Instant AskedAt, Instant AnsweredAt);
